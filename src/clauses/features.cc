#include "clauses/features.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "acts/words_at.h"
#include "base/utf8.h"
#include "clauses/words.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

// Marks the tokens of entry `index`; the longer of two entries has them, of equal ones the former.
void mark(std::vector<int32_t>& of, std::vector<int32_t>& length, TokenRange range, int32_t index) {
  for (int32_t i = range.first; i < range.last; ++i) {
    if (length[static_cast<size_t>(i)] >= range.size()) continue;
    of[static_cast<size_t>(i)] = index;
    length[static_cast<size_t>(i)] = range.size();
  }
}

// What of the world the tokens name; nullptr: nothing that the packs know.
const Entity* entity_at(const Document& document, const Knowledge& knowledge, TokenRange tokens) {
  std::vector<std::string> folded;
  for (int32_t i = tokens.first; i < tokens.last; ++i) folded.push_back(fold(document.form(i)));
  const std::vector<std::string_view> words(folded.begin(), folded.end());
  const PhraseTable::Match match = knowledge.world.names().longest(words);
  if (match.length != static_cast<int32_t>(words.size())) return nullptr;
  for (const int32_t value : match.values) {
    const Entity& entity = knowledge.world.entities()[static_cast<size_t>(value)];
    if (!entity.exact_case || entity.written == document.str(document.span_of(tokens)))
      return &entity;
  }
  return nullptr;
}

}  // namespace

FeatureReader::FeatureReader(const Document& document, const Knowledge& knowledge)
    : document_(document), knowledge_(knowledge) {
  const size_t size = document.tokens.size();
  const auto index = [&](std::vector<int32_t>& of, const auto& entries, const auto& range_of) {
    of.assign(size, -1);
    std::vector<int32_t> length(size, 0);
    for (size_t i = 0; i < entries.size(); ++i)
      mark(of, length, range_of(entries[i]), static_cast<int32_t>(i));
  };
  index(mention_of_, document.mentions, [](const Mention& m) { return m.tokens; });
  index(name_of_, document.names, [](const Name& n) { return n.tokens; });
  index(framework_of_, document.frameworks,
        [&](const Framework& f) { return tokens_in(document, f.text); });
  index(quantity_of_, document.quantities,
        [&](const Quantity& q) { return tokens_in(document, q.text); });
  add_known_names(document, knowledge, things_);
  index(thing_of_, things_.places, [&](const NamePlace& t) { return tokens_in(document, t.span); });
  joint_.assign(size, false);
  for (const JointMention& joint : document.joint_mentions) {
    for (int32_t i = joint.tokens.first; i < joint.tokens.last; ++i)
      joint_[static_cast<size_t>(i)] = true;
  }
  for (const int32_t actor : document.cast.principals) {
    states_.push_back(document.actors[static_cast<size_t>(actor)].state);
  }
  for (const int32_t actor : document.cast.states)
    states_.push_back(document.actors[static_cast<size_t>(actor)].id);
  find_places();
}

// Where they meet, as add_name would have it.
void FeatureReader::find_places() {
  const auto add = [&](std::string_view name) {
    if (name.empty()) return;
    places_.push_back(fold(name));
    const std::vector<std::string> split = split_words(name);
    const std::vector<std::string_view> words(split.begin(), split.end());
    const PhraseTable::Match match = knowledge_.world.names().longest(words);
    if (match.length != static_cast<int32_t>(words.size())) return;
    for (const int32_t value : match.values) {
      const Entity& entity = knowledge_.world.entities()[static_cast<size_t>(value)];
      if (entity.kind != EntityKind::Place) continue;
      places_.push_back(fold(knowledge_.world.places()[static_cast<size_t>(entity.index)].name));
    }
  };
  for (const Meeting& meeting : document_.meetings) add(meeting.place);
  add(document_.publication.dateline.value);
}

bool FeatureReader::is_party(const Actor& actor) const {
  const std::string& state = actor.kind == ActorKind::State ? actor.id : actor.state;
  return !state.empty() && std::ranges::find(states_, state) != states_.end();
}

void FeatureReader::add_actor(int32_t actor, TokenRange tokens, std::vector<Feature>& out) const {
  const Actor& who = document_.actors[static_cast<size_t>(actor)];
  const bool party = is_party(who);
  // A leader, the party and the state that they speak for are one voice.
  if (party)
    out.push_back(
        {FeatureKind::Actor, who.kind == ActorKind::State ? who.id : who.state, tokens, true});
  else
    out.push_back({FeatureKind::Actor, who.id, tokens, false});
}

// Whether an entry of that index begins at the token; `first`: of the clause, which may cut into
// one.
bool FeatureReader::starts(const std::vector<int32_t>& of, int32_t token, bool first) const {
  const size_t at = static_cast<size_t>(token);
  return of[at] >= 0 && (first || of[at - 1] != of[at]);
}

void FeatureReader::read_token(int32_t i, bool first, std::vector<Feature>& out) const {
  const size_t at = static_cast<size_t>(i);
  if (starts(framework_of_, i, first)) {
    const Framework& framework = document_.frameworks[static_cast<size_t>(framework_of_[at])];
    out.push_back({FeatureKind::Framework, framework.name, tokens_in(document_, framework.text)});
  }
  if (add_thing(i, first, out)) return;
  if (mention_of_[at] >= 0) {
    const Mention& mention = document_.mentions[static_cast<size_t>(mention_of_[at])];
    if (starts(mention_of_, i, first) && mention.actor >= 0)
      add_actor(mention.actor, mention.tokens, out);
    return;
  }
  if (joint_[at] || add_quantity(i, first, out) || !is_content_word(document_, i)) return;
  if (name_of_[at] >= 0 && framework_of_[at] < 0) return add_name(i, first, out);
  if (!add_people(i, out)) out.push_back({FeatureKind::Word, word_key(document_, i), {i, i + 1}});
}

// A place, event or policy that has several names. True where the token is part of its name.
bool FeatureReader::add_thing(int32_t i, bool first, std::vector<Feature>& out) const {
  const size_t at = static_cast<size_t>(i);
  if (thing_of_[at] < 0 || framework_of_[at] >= 0 || mention_of_[at] >= 0) return false;
  const NamePlace& thing = things_.places[static_cast<size_t>(thing_of_[at])];
  if (starts(thing_of_, i, first)) {
    std::string key = fold(thing.thing);
    const bool here = std::ranges::find(places_, key) != places_.end();
    out.push_back({FeatureKind::Word, std::move(key), tokens_in(document_, thing.span), here});
  }
  return true;
}

// True where the token says nothing beside its date or number.
bool FeatureReader::add_quantity(int32_t i, bool first, std::vector<Feature>& out) const {
  const size_t at = static_cast<size_t>(i);
  if (quantity_of_[at] < 0) return false;
  const Quantity& quantity = document_.quantities[static_cast<size_t>(quantity_of_[at])];
  const bool date = quantity.kind == QuantityKind::Date;
  if (starts(quantity_of_, i, first)) {
    out.push_back({date ? FeatureKind::Date : FeatureKind::Number, quantity.value,
                   tokens_in(document_, quantity.text)});
  }
  return date || document_.tokens[at].upos == Upos::NUM;
}

// A name that is no actor: a place by its usual spelling, anything else as it stands; titles tell
// nothing.
void FeatureReader::add_name(int32_t i, bool first, std::vector<Feature>& out) const {
  const Name& name = document_.names[static_cast<size_t>(name_of_[static_cast<size_t>(i)])];
  if (!name.core.contains(i) || (i != name.core.first && !first)) return;
  const Entity* entity = entity_at(document_, knowledge_, name.core);
  std::string key = fold(document_.str(document_.span_of(name.core)));
  if (entity != nullptr && entity->kind == EntityKind::Place) {
    key = fold(knowledge_.world.places()[static_cast<size_t>(entity->index)].name);
  }
  const bool here = std::ranges::find(places_, key) != places_.end();
  out.push_back({FeatureKind::Word, std::move(key), name.core, here});
}

// "Vietnamese": the state.
bool FeatureReader::add_people(int32_t i, std::vector<Feature>& out) const {
  const Upos tag = document_.tokens[static_cast<size_t>(i)].upos;
  if (tag != Upos::ADJ && tag != Upos::PROPN) return false;
  const Entity* entity = entity_at(document_, knowledge_, {i, i + 1});
  if (entity == nullptr) return false;
  if (entity->kind != EntityKind::Demonym && entity->kind != EntityKind::State) return false;
  const std::string& state = knowledge_.world.states()[static_cast<size_t>(entity->index)].id;
  const bool party = std::ranges::find(states_, state) != states_.end();
  out.push_back({FeatureKind::Actor, state, {i, i + 1}, party});
  return true;
}

std::vector<Feature> FeatureReader::read(TokenRange tokens) const {
  std::vector<Feature> all;
  for (int32_t i = tokens.first; i < tokens.last; ++i) read_token(i, i == tokens.first, all);
  std::vector<Feature> once;
  for (Feature& feature : all) {
    const bool told = std::ranges::any_of(
        once, [&](const Feature& f) { return f.kind == feature.kind && f.key == feature.key; });
    if (!told) once.push_back(std::move(feature));
  }
  return once;
}

}  // namespace verbale
