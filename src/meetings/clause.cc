#include "meetings/clause.h"

#include <algorithm>

#include "actors/resolve.h"
#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int32_t kLongestClimb = 12;   // verbs that share one subject

bool is_full_date(std::string_view value) {
  return value.size() == 10 && value[4] == '-';
}

}  // namespace

MeetingClause::MeetingClause(const Document& document, const Knowledge& knowledge)
    : document_(document), knowledge_(knowledge) {}

void MeetingClause::enter(const Sentence& sentence) {
  range_ = sentence.tokens;
  tree_.build(document_, range_);
}

std::vector<int32_t> MeetingClause::persons_in(TokenRange tokens) const {
  std::vector<int32_t> persons;
  for (const int32_t actor : resolve_subject(document_, tokens)) {
    if (document_.actors[static_cast<size_t>(actor)].kind == ActorKind::Person) persons.push_back(actor);
  }
  return persons;
}

int32_t MeetingClause::nominal_subject(int32_t verb) const {
  const int32_t active = tree_.child(verb, Deprel::nsubj);
  return active >= 0 ? active : tree_.child(verb, Deprel::nsubj_pass);
}

std::vector<int32_t> MeetingClause::subject_of(int32_t verb) const {
  int32_t at = verb;
  for (int32_t step = 0; step < kLongestClimb && at >= 0 && range_.contains(at); ++step) {
    const int32_t subject = nominal_subject(at);
    if (subject >= 0 && subject < verb) {
      const int32_t first = list_start(std::max(tree_.left(subject), range_.first));
      const TokenRange phrase{first, std::min(tree_.right(subject), verb)};
      std::vector<int32_t> persons = persons_in(phrase);
      if (!persons.empty()) return persons;
      const bool relative = token(at).deprel == Deprel::acl_relcl;
      if (!relative) break;
    }
    if (token(at).deprel == Deprel::acl_relcl || token(at).deprel == Deprel::acl) {
      const int32_t head = token(at).head;
      if (head < 0) break;
      std::vector<int32_t> persons = persons_in({tree_.left(head), std::min(at, verb)});
      if (!persons.empty()) return persons;
      at = head;
      continue;
    }
    at = token(at).head;
  }
  // No subject found by the parse: whoever is named last before the verb.
  std::vector<int32_t> before = persons_in({range_.first, verb});
  if (before.size() > 1) before.erase(before.begin(), before.end() - 1);
  return before;
}

const Mention* MeetingClause::person_ending_at(int32_t end) const {
  const auto after = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), end,
                                      [](const Mention& m, int32_t t) { return m.tokens.first < t; });
  constexpr int32_t kNested = 4;  // mentions inside a longer one
  int32_t seen = 0;
  for (auto m = after; m != document_.mentions.begin() && seen < kNested; ++seen) {
    --m;
    if (m->tokens.last != end || m->actor < 0) continue;
    if (document_.actors[static_cast<size_t>(m->actor)].kind == ActorKind::Person) return &*m;
  }
  return nullptr;
}

int32_t MeetingClause::list_start(int32_t first) const {
  constexpr int32_t kMembers = 12;
  for (int32_t member = 0; member < kMembers && first > range_.first + 1; ++member) {
    int32_t join = first - 1;
    if (lower(join) == "and" && lower(join - 1) == ",") --join;
    if (lower(join) != "and" && lower(join) != ",") break;
    const Mention* person = person_ending_at(join);
    if (person == nullptr || person->tokens.first < range_.first) break;
    first = person->tokens.first;
  }
  return first;
}

bool MeetingClause::under_modal(int32_t of) const {
  constexpr int32_t kClimb = 6;
  int32_t at = of;
  for (int32_t step = 0; step < kClimb && range_.contains(at); ++step) {
    for (const int32_t child : tree_.children(at)) {
      const bool modal = token(child).lower == "will" || token(child).lower == "would" || token(child).lower == "shall";
      if (modal && child < of && token(child).deprel == Deprel::aux) return true;
    }
    const Deprel relation = token(at).deprel;
    if (relation == Deprel::conj || relation == Deprel::ccomp || relation == Deprel::parataxis || relation == Deprel::acl_relcl) break;
    at = token(at).head;
  }
  return false;
}

int32_t MeetingClause::subject_start(int32_t verb) const {
  const int32_t subject = nominal_subject(verb);
  return subject >= 0 && subject < verb ? std::max(tree_.left(subject), range_.first) : verb;
}

std::vector<int32_t> MeetingClause::subject_bodies(int32_t verb) const {
  const TokenRange subject{subject_start(verb), verb};
  std::vector<int32_t> bodies;
  if (subject.empty() || !persons_in(subject).empty()) return bodies;
  for (const int32_t index : resolve_subject(document_, subject)) {
    const ActorKind kind = document_.actors[static_cast<size_t>(index)].kind;
    if (kind == ActorKind::State || kind == ActorKind::Organisation) bodies.push_back(index);
  }
  return bodies;
}

bool MeetingClause::ends_phrase(int32_t i) const {
  const Token& t = token(i);
  if (t.upos == Upos::VERB || t.upos == Upos::AUX || t.upos == Upos::SCONJ) return true;
  if (t.upos == Upos::PUNCT && t.lower != "," && t.lower != "(" && t.lower != ")" && t.lower != "-" && t.lower != "–") return true;
  if (t.upos == Upos::ADV) return t.lower != "as" && t.lower != "well" && t.lower != "also" && t.lower != "then";
  if (t.upos != Upos::ADP && t.upos != Upos::PART) return false;
  static constexpr std::string_view kInside[] = {"of", "for", "from", "'s", "’s", "'", "’"};
  return std::find(std::begin(kInside), std::end(kInside), t.lower) == std::end(kInside);
}

// "with renowned defender NAME"
bool MeetingClause::opens_with_participle(int32_t i, int32_t from) const {
  if (i != from || i + 1 >= range_.last) return false;
  const bool participle = token(i).verb == VerbForm::PastParticiple || token(i).verb == VerbForm::Gerund || token(i).verb == VerbForm::Past;
  const Upos next = token(i + 1).upos;
  return participle && (next == Upos::NOUN || next == Upos::ADJ || next == Upos::PROPN);
}

std::vector<int32_t> MeetingClause::subject_behind(int32_t at) const {
  if (lower(at) != ",") return {};
  const auto first = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), at + 1,
                                      [](const Mention& m, int32_t t) { return m.tokens.first < t; });
  for (auto m = first; m != document_.mentions.end() && m->tokens.first == at + 1; ++m) {
    const int32_t next = m->tokens.last;
    const bool tells = range_.contains(next) && token(next).upos == Upos::VERB && token(next).verb == VerbForm::Past;
    if (tells) return persons_in(m->tokens);
  }
  return {};
}

std::vector<int32_t> MeetingClause::persons_from(int32_t from, int32_t& end) const {
  int32_t last = from;
  while (last < range_.last) {
    // Inside a name nothing ends the phrase ("Secretary of State for ...").
    const auto covers = [&](const Mention& mention) { return mention.tokens.contains(last); };
    const auto next = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), last + 1,
                                       [](const Mention& m, int32_t t) { return m.tokens.first < t; });
    if (next != document_.mentions.begin() && covers(*(next - 1))) {
      last = (next - 1)->tokens.last;
      continue;
    }
    if (!subject_behind(last).empty()) break;
    const bool within_words = last > from && token(last).upos == Upos::VERB && is_upper(decode_utf8(document_.form(last), 0).value);
    if (ends_phrase(last) && !within_words && !opens_with_participle(last, from)) break;
    ++last;
  }
  end = std::min(last, range_.last);
  while (end > from && token(end - 1).upos == Upos::PUNCT && token(end - 1).lower == ",") --end;
  return persons_in({from, end});
}

bool MeetingClause::another_begins(int32_t from, int32_t to) const {
  static constexpr std::string_view kAnother[] = {"and", "which", "that", "ahead", "before", "after", "following", "since", "who", ";", "until", "for"};
  for (int32_t i = from; i < to; ++i) {
    if (std::find(std::begin(kAnother), std::end(kAnother), lower(i)) != std::end(kAnother)) return true;
  }
  return false;
}

// Inside a phrase of something else ("the May 5 summit", "her March 2 order", "the protocol of June 7") or behind what was
// done to it ("agreements reached in Lima on May 5") a date is not the meeting's.
bool MeetingClause::dates_another(TokenRange date, int32_t cue) const {
  const int32_t before = date.first - 1;
  if (before <= range_.first) return false;
  const Token& word = token(before);
  const bool owned = word.deprel == Deprel::nmod_poss || word.lower == "'s" || word.lower == "’s" || word.lower == "’";
  if (owned || word.lower == "the" || word.lower == "a" || word.lower == "an") return !names_cue(date.last, cue);
  if (word.lower == "of") {
    const Token& named = token(before - 1);
    return before - 1 != cue && (named.upos == Upos::NOUN || named.upos == Upos::PROPN) && !is_part_of_time(named.lower);
  }
  return done_before(before, cue);
}

// "the May 5 [trilateral meeting]": whether the phrase that goes on behind the date has the cue; true where none goes on.
bool MeetingClause::names_cue(int32_t from, int32_t cue) const {
  int32_t at = from;
  while (range_.contains(at) && (token(at).upos == Upos::NOUN || token(at).upos == Upos::PROPN || token(at).upos == Upos::ADJ ||
                                 token(at).upos == Upos::NUM || token(at).lower == "-" || token(at).lower == "–")) {
    if (at == cue) return true;
    ++at;
  }
  return at == from;
}

// "on the morning of May 5"
bool MeetingClause::is_part_of_time(std::string_view word) const {
  static constexpr std::string_view kParts[] = {"day", "days", "morning", "afternoon", "evening", "night", "week", "sidelines", "eve"};
  return std::find(std::begin(kParts), std::end(kParts), word) != std::end(kParts);
}

// Whether a participle that belongs to a noun ("agreements reached in Lima") stands before the date with no other verb and no
// comma between; the cue itself is none.
bool MeetingClause::done_before(int32_t from, int32_t cue) const {
  constexpr int32_t kReach = 6;
  for (int32_t i = from; i > range_.first && i > from - kReach && i != cue; --i) {
    if (token(i).upos == Upos::VERB) {
      const Upos before = token(i - 1).upos;
      return token(i).deprel == Deprel::acl && token(i).verb == VerbForm::PastParticiple && i > cue &&
             (before == Upos::NOUN || before == Upos::PROPN || before == Upos::PUNCT) && !knowledge_.meeting_cues.light(token(i).lemma);
    }
    if (token(i).upos == Upos::PUNCT) return false;
  }
  return false;
}

Day MeetingClause::day_about(int32_t cue, int32_t end) const {
  const Span sentence = document_.span_of(range_);
  const uint32_t at = token(cue).span.begin;
  Day day;
  uint32_t nearest = UINT32_MAX;
  const auto first = std::lower_bound(document_.quantities.begin(), document_.quantities.end(), sentence.begin,
                                      [](const Quantity& q, uint32_t byte) { return q.text.begin < byte; });
  for (auto quantity = first; quantity != document_.quantities.end() && quantity->text.begin < sentence.end; ++quantity) {
    if (quantity->kind != QuantityKind::Date || !is_full_date(quantity->value)) continue;
    const uint32_t distance = quantity->text.begin > at ? quantity->text.begin - at : at - quantity->text.begin;
    if (distance >= nearest) continue;
    const auto begins = std::lower_bound(document_.tokens.begin() + range_.first, document_.tokens.begin() + range_.last,
                                         quantity->text.begin, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
    if (another_begins(end, static_cast<int32_t>(begins - document_.tokens.begin()))) continue;
    const auto after = std::lower_bound(document_.tokens.begin() + range_.first, document_.tokens.begin() + range_.last,
                                        quantity->text.end, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
    const TokenRange date{static_cast<int32_t>(begins - document_.tokens.begin()), static_cast<int32_t>(after - document_.tokens.begin())};
    if (dates_another(date, cue)) continue;
    nearest = distance;
    day.date = quantity->value;
    day.inferred = quantity->inferred;
    day.end = date.last;
  }
  return day;
}

Venue MeetingClause::place_where(int32_t cue) const {
  constexpr int32_t kReach = 12;
  for (int32_t where = cue - 1; where >= range_.first && where > cue - kReach; --where) {
    if (lower(where) != "where") continue;
    for (int32_t i = where - 2; i >= std::max(range_.first, where - kReach); --i) {
      const bool leads = lower(i) == "in" || lower(i) == "from" || lower(i) == "to" || lower(i) == "at";
      if (!leads) continue;
      Venue place = place_at(i + 1);
      if (!place.name.empty() && place.tokens.last <= where) return place;
    }
    break;
  }
  return {};
}

int32_t MeetingClause::owner_of(int32_t noun, int32_t from) const {
  for (int32_t i = noun - 1; i > from && range_.contains(i); --i) {
    if (lower(i) != "'s" && lower(i) != "’s" && lower(i) != "’" && lower(i) != "'") continue;
    const Mention* owner = person_ending_at(i);
    return owner == nullptr ? -1 : owner->actor;
  }
  return -1;
}

bool MeetingClause::in_person_mention(int32_t token) const {
  const auto after = std::upper_bound(document_.mentions.begin(), document_.mentions.end(), token,
                                      [](int32_t t, const Mention& m) { return t < m.tokens.first; });
  constexpr int32_t kNested = 4;
  int32_t seen = 0;
  for (auto m = after; m != document_.mentions.begin() && seen < kNested; ++seen) {
    --m;
    if (m->tokens.contains(token) && document_.actors[static_cast<size_t>(m->actor)].kind == ActorKind::Person) return true;
  }
  return false;
}

bool MeetingClause::person_begins(int32_t token) const {
  const auto first = std::lower_bound(document_.mentions.begin(), document_.mentions.end(), token,
                                      [](const Mention& m, int32_t t) { return m.tokens.first < t; });
  for (auto m = first; m != document_.mentions.end() && m->tokens.first == token; ++m) {
    if (m->actor >= 0 && document_.actors[static_cast<size_t>(m->actor)].kind == ActorKind::Person) return true;
  }
  return false;
}

bool MeetingClause::names_group(TokenRange tokens, bool plainly) const {
  bool group = false;
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    const Token& word = token(i);
    if (knowledge_.meeting_cues.audience(word.lower)) return false;
    group = group || (!plainly && word.upos == Upos::PROPN) || knowledge_.meeting_cues.group(word.lower);
  }
  return group;
}

std::vector<int32_t> MeetingClause::members_named(const Organisation& group) const {
  std::vector<int32_t> members;
  for (const std::string& state : group.members) {
    const int32_t actor = find_actor(document_, state);
    if (actor >= 0 && !document_.actors[static_cast<size_t>(actor)].mentions.empty()) members.push_back(actor);
  }
  if (members.size() * 2 < group.members.size()) members.clear();
  return members;
}

std::vector<int32_t> MeetingClause::bodies_in(TokenRange tokens) const {
  std::vector<int32_t> bodies;
  const auto is_plural_office = [&](int32_t i) {
    return knowledge_.meeting_cues.group(token(i).lower) && !in_person_mention(i);
  };
  int32_t first = tokens.first;
  if (!persons_in(tokens).empty()) {
    while (first < tokens.last && !is_plural_office(first)) ++first;
  }
  const TokenRange part{first, tokens.last};
  bool group = false;
  for (int32_t i = part.first; i < part.last; ++i) group = group || is_plural_office(i);
  if (!group) return bodies;
  for (const int32_t index : resolve_subject(document_, part)) {
    const Actor& actor = document_.actors[static_cast<size_t>(index)];
    if (actor.kind == ActorKind::Person || actor.kind == ActorKind::Party) continue;
    const Organisation* known = actor.kind == ActorKind::Organisation ? knowledge_.world.organisation(actor.id) : nullptr;
    std::vector<int32_t> members;
    if (known != nullptr) members = members_named(*known);
    if (members.empty()) members = {index};
    bodies.insert(bodies.end(), members.begin(), members.end());
  }
  return bodies;
}

}  // namespace verbale
