#include "decisions/fields.h"

#include <algorithm>

#include "actors/resolve.h"
#include "acts/words_at.h"

namespace verbale {

Span FieldSetter::span(CodeRange range) const {
  if (range.empty()) return {};
  const Span span{index_.to_bytes(range.start), index_.to_bytes(range.end)};
  return span.empty() ? Span{} : span;
}

std::vector<Span> FieldSetter::spans(const std::vector<CodeRange>& ranges) const {
  std::vector<Span> out;
  for (const CodeRange range : ranges) {
    if (const Span one = span(range); !one.empty()) out.push_back(one);
  }
  return out;
}

// A newer reading may call the person by a fuller name, and so by another id: the name tells.
int32_t FieldSetter::actor(std::string_view id) {
  if (const int32_t found = find_actor(document_, id); found >= 0) return found;
  const NamedActor* named = book_.named_actor(*decided_, id);
  if (named == nullptr) return -1;
  const std::string folded = fold(named->name);
  for (size_t i = 0; i < document_.actors.size(); ++i) {
    if (document_.actors[i].kind == named->kind && fold(document_.actors[i].name) == folded)
      return static_cast<int32_t>(i);
  }
  return add_actor(*named);
}

int32_t FieldSetter::add_actor(const NamedActor& named) {
  Actor added;
  added.id = named.id;
  added.name = named.name;
  added.kind = named.kind;
  added.state = named.kind == ActorKind::State ? named.id : named.state;
  document_.actors.push_back(std::move(added));
  const int32_t index = static_cast<int32_t>(document_.actors.size()) - 1;
  // Whoever speaks binds his state: it must be there to be bound.
  const State* state = knowledge_.world.state(named.state);
  if (named.kind != ActorKind::State && state != nullptr && find_actor(document_, state->id) < 0) {
    add_actor({state->id, state->name, ActorKind::State, state->id});
  }
  return index;
}

void FieldSetter::put_actors(std::vector<int32_t>& field,
                             const std::optional<std::vector<std::string>>& ids) {
  if (!ids) return;
  std::vector<int32_t> actors;
  for (const std::string& id : *ids) {
    const int32_t one = actor(id);
    if (one >= 0 && std::ranges::find(actors, one) == actors.end()) actors.push_back(one);
  }
  put_value(field, std::move(actors));
}

// An entry without words would prove nothing.
void FieldSetter::put_words(Span& field, const Correction& fields) {
  if (!fields.content || fields.content->empty()) return;
  if (const Span words = span(fields.content->front()); !words.empty()) put_value(field, words);
}

void FieldSetter::put(Statement& statement, const Correction& fields) {
  const Span source = statement.source;
  const Span cue = statement.cue;
  put_span(statement.source, fields.source);
  put_span(statement.cue, fields.cue);
  if (fields.content) {
    std::vector<Span> content = spans(*fields.content);
    if (!content.empty()) put_value(statement.content, std::move(content));
  }
  put_actors(statement.speaker, fields.speaker);
  put_actors(statement.to, fields.to);
  put_named(statement.act, fields.act);
  put_named(statement.form, fields.form);
  if (fields.negated) put_value(statement.negated, *fields.negated);
  if (statement.source != source) statement.source_tokens = tokens_in(document_, statement.source);
  if (statement.cue == cue) return;
  statement.cue_tokens = tokens_in(document_, statement.cue);
  statement.cue_head = -1;
  statement.cue_class = {};
  for (int32_t token = statement.cue_tokens.first; token < statement.cue_tokens.last; ++token) {
    if (!statement.cue_tokens.contains(document_.tokens[static_cast<size_t>(token)].head)) {
      statement.cue_head = token;
      break;
    }
  }
}

void FieldSetter::put(Topic& topic, const Correction& fields) {
  put_words(topic.text, fields);
  put_actors(topic.by, fields.by);
}

void FieldSetter::put(Commitment& commitment, const Correction& fields) {
  put_words(commitment.text, fields);
  put_named(commitment.kind, fields.kind);
  put_actors(commitment.by, fields.by);
  put_actors(commitment.of, fields.of);
  if (fields.also) put_value(commitment.also, spans(*fields.also));
  put_span(commitment.when, fields.when);
  put_span(commitment.mechanism, fields.mechanism);
  if (fields.general) put_value(commitment.general, *fields.general);
}

void FieldSetter::put(Meeting& meeting, const Correction& fields) {
  put_words(meeting.text, fields);
  put_named(meeting.kind, fields.kind);
  if (fields.by) put_participants(meeting, *fields.by);
  if (fields.date) put_value(meeting.date, *fields.date);
  if (fields.place) put_value(meeting.place, *fields.place);
  if (fields.host) put_value(meeting.host, fields.host->empty() ? -1 : actor(*fields.host));
  if (fields.inferred) put_value(meeting.inferred, *fields.inferred);
}

// Who stays keeps the role that the text gives him.
void FieldSetter::put_participants(Meeting& meeting, const std::vector<std::string>& ids) {
  std::vector<Participant> participants;
  std::vector<int32_t> before;
  std::vector<int32_t> after;
  for (const Participant& one : meeting.participants) before.push_back(one.actor);
  for (const std::string& id : ids) {
    const int32_t one = actor(id);
    if (one < 0 || std::ranges::find(after, one) != after.end()) continue;
    after.push_back(one);
    const auto known = std::ranges::find(meeting.participants, one, &Participant::actor);
    if (known != meeting.participants.end()) {
      participants.push_back(*known);
      continue;
    }
    const Actor& named = document_.actors[static_cast<size_t>(one)];
    participants.push_back(
        {one, named.name, {}, named.kind == ActorKind::State ? named.id : named.state});
  }
  if (before == after) return;
  meeting.participants = std::move(participants);
  changed_ = true;
}

void FieldSetter::put(Instrument& instrument, const Correction& fields) {
  put_words(instrument.text, fields);
  put_named(instrument.kind, fields.kind);
  put_actors(instrument.parties, fields.by);
  if (fields.count) put_value(instrument.count, fields.count);
}

void FieldSetter::put(Framework& framework, const Correction& fields) {
  put_words(framework.text, fields);
  put_named(framework.kind, fields.kind);
  if (fields.name && !fields.name->empty() && *fields.name != framework.name) {
    framework.id = {};  // of the pack's name
    put_value(framework.name, *fields.name);
  }
}

void FieldSetter::put(Quantity& quantity, const Correction& fields) {
  put_words(quantity.text, fields);
  put_named(quantity.kind, fields.kind);
  if (fields.value) put_value(quantity.value, *fields.value);
  if (fields.inferred) put_value(quantity.inferred, *fields.inferred);
}

void FieldSetter::put(Actor& actor, const Correction& fields) {
  put_named(actor.kind, fields.kind);
  if (fields.name && !fields.name->empty()) put_value(actor.name, *fields.name);
}

}  // namespace verbale
