#include "meetings/clause.h"

#include <algorithm>

#include "actors/resolve.h"
#include "base/utf8.h"
#include "knowledge/world_matches.h"

namespace verbale {
namespace {

constexpr int32_t kLongestClimb = 12;   // verbs that share one subject
constexpr int32_t kLongestReach = 40;   // tokens from a cue to its place

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
      const TokenRange phrase{std::max(tree_.left(subject), range_.first), std::min(tree_.right(subject), verb)};
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

bool MeetingClause::ends_phrase(int32_t i) const {
  const Token& t = token(i);
  if (t.upos == Upos::VERB || t.upos == Upos::AUX || t.upos == Upos::SCONJ) return true;
  if (t.upos == Upos::PUNCT && t.lower != "," && t.lower != "(" && t.lower != ")" && t.lower != "-" && t.lower != "–") return true;
  if (t.upos != Upos::ADP && t.upos != Upos::PART) return false;
  static constexpr std::string_view kInside[] = {"of", "for", "from", "'s", "’s", "'", "’"};
  return std::find(std::begin(kInside), std::end(kInside), t.lower) == std::end(kInside);
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
    if (ends_phrase(last)) break;
    ++last;
  }
  end = std::min(last, range_.last);
  while (end > from && token(end - 1).upos == Upos::PUNCT && token(end - 1).lower == ",") --end;
  return persons_in({from, end});
}

Day MeetingClause::day_about(int32_t cue) const {
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
    nearest = distance;
    day.date = quantity->value;
    day.inferred = quantity->inferred;
    const auto after = std::lower_bound(document_.tokens.begin() + range_.first, document_.tokens.begin() + range_.last,
                                        quantity->text.end, [](const Token& t, uint32_t byte) { return t.span.begin < byte; });
    day.end = static_cast<int32_t>(after - document_.tokens.begin());
  }
  return day;
}

// As it stands in the text, except for the capitals of a dateline.
std::string MeetingClause::written_place(Span span) const { return std::string(document_.str(span)); }

Venue MeetingClause::place_at(int32_t start) const {
  if (!range_.contains(start)) return {};
  if (lower(start) == "the" || lower(start) == "his" || lower(start) == "her") ++start;
  if (!range_.contains(start)) return {};
  const TokenRange words = words_of(document_, {start, range_.last});
  std::vector<WorldMatch> matches;
  if (!words.empty()) world_matches_at(document_, knowledge_.world, words.first, words.last, matches);
  for (const WorldMatch& match : matches) {
    if (match.tokens.first != start) continue;
    if (match.entity->kind == EntityKind::Place) {
      // "Washington, D.C."
      const bool district = lower(match.tokens.last) == "," && lower(match.tokens.last + 1).starts_with("d.c");
      if (district) {
        const TokenRange whole{match.tokens.first, match.tokens.last + 2};
        return {std::string(document_.str(document_.span_of(whole))), "USA", false, whole};
      }
      const auto& place = knowledge_.world.places()[static_cast<size_t>(match.entity->index)];
      return {written_place(match.span), place.state, false, match.tokens};
    }
  }
  for (const WorldMatch& match : matches) {
    if (match.entity->kind != EntityKind::State || match.tokens.first != start) continue;
    const State& state = knowledge_.world.states()[static_cast<size_t>(match.entity->index)];
    const std::string written(document_.str(match.span));
    // A capital that stands for its government is a place here.
    const bool capital = written == state.capital;
    const bool seat = written != state.name && !capital &&
                      std::find(state.governments.begin(), state.governments.end(), written) != state.governments.end();
    return {capital || seat ? written : state.name, state.id, !capital && !seat, match.tokens};
  }
  int32_t end = start;
  while (end < range_.last && is_upper(decode_utf8(document_.text, token(end).span.begin).value) &&
         (token(end).upos == Upos::PROPN || token(end).upos == Upos::ADJ || token(end).upos == Upos::NOUN)) {
    ++end;
  }
  if (end == start) return {};
  return {std::string(document_.str(document_.span_of({start, end}))), {}, false, {start, end}};
}

Venue MeetingClause::place_from(int32_t from) const {
  for (int32_t i = from; i < range_.last && i < from + kLongestReach; ++i) {
    const std::string_view word = lower(i);
    if (word == "to" && i + 1 < range_.last && token(i + 1).upos == Upos::VERB) break;
    if (word != "in" && word != "at" && word != "aboard") continue;
    Venue place = place_at(i + 1);
    if (!place.name.empty()) return place;
  }
  return {};
}

}  // namespace verbale
