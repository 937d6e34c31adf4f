#include "meetings/venue.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "knowledge/world_matches.h"

namespace verbale {
namespace {

constexpr int32_t kLongestReach = 40;  // tokens from a cue to its place

class VenueReader {
 public:
  VenueReader(const Document& document, const World& world, TokenRange sentence)
      : document_(document), world_(world), range_(sentence) {}

  Venue at(int32_t start) const {
    while (is_determiner(lower(start))) ++start;
    if (!range_.contains(start)) return {};
    const std::vector<WorldMatch> matches = matches_at(start);
    for (const WorldMatch& match : matches) {
      if (match.entity->kind == EntityKind::Place && !belongs_to_next(match.tokens.last)) return place(match);
    }
    for (const WorldMatch& match : matches) {
      if (match.entity->kind == EntityKind::Place || match.entity->kind == EntityKind::Person) continue;
      if (belongs_to_next(match.tokens.last)) break;
      if (match.entity->kind == EntityKind::State || match.entity->kind == EntityKind::Government) return state(match);
    }
    return capitalised(start);
  }

  Venue after(int32_t from) const {
    for (int32_t i = from; i < range_.last && i < from + kLongestReach; ++i) {
      const std::string_view word = lower(i);
      if (word == "to" && i + 1 < range_.last && token(i + 1).upos == Upos::VERB) break;
      if (word == ";" || word == "which" || word == "issues") break;
      // "talks on the situation in Peru": from here on it is told what was talked about.
      if (i > from && is_topic(word) && !is_dated(i + 1)) break;
      if (word != "in" && word != "at" && word != "aboard") continue;
      Venue place = at(i + 1);
      if (!place.name.empty() && !is_event(place)) return place;
    }
    return {};
  }

  static bool is_topic(std::string_view word) {
    static constexpr std::string_view kTopics[] = {"on", "about", "regarding", "concerning", "over", "situation", "crisis", "conflict"};
    return std::find(std::begin(kTopics), std::end(kTopics), word) != std::end(kTopics);
  }

  bool is_dated(int32_t i) const {
    return range_.contains(i) && (token(i).upos == Upos::NUM || is_day_word(i) || lower(i) == "the");
  }

  // "at the G7 Summit", "in the Security Council", "in May": no place.
  bool is_event(const Venue& place) const {
    static constexpr std::string_view kEvents[] = {"summit", "conference", "forum", "assembly", "council", "department", "chamber", "meeting",
                                                   "cabinet", "congress", "parliament", "talks", "session", "dialogue", "headquarters"};
    const int32_t last = place.tokens.last - 1;
    if (!range_.contains(last)) return false;
    if (is_day_word(place.tokens.first)) return true;
    for (const std::string_view event : kEvents) {
      if (lower(last) == event && place.state.empty()) return true;
    }
    const Span span = document_.span_of(place.tokens);
    const auto first = std::lower_bound(document_.frameworks.begin(), document_.frameworks.end(), span.begin,
                                        [](const Framework& f, uint32_t byte) { return f.text.end <= byte; });
    // "Lima Summit in Lima": the town behind the summit is a place.
    return first != document_.frameworks.end() && first->text.begin == span.begin && first->text.contains(span);
  }

 private:
  const Token& token(int32_t i) const { return document_.tokens[static_cast<size_t>(i)]; }
  std::string_view lower(int32_t i) const { return range_.contains(i) ? token(i).lower : std::string_view(); }
  bool capital(int32_t i) const { return is_upper(decode_utf8(document_.text, token(i).span.begin).value); }

  static bool is_determiner(std::string_view word) {
    return word == "the" || word == "his" || word == "her" || word == "their";
  }

  std::vector<WorldMatch> matches_at(int32_t start) const {
    const TokenRange words = words_of(document_, {start, range_.last});
    std::vector<WorldMatch> matches;
    if (!words.empty()) world_matches_at(document_, world_, words.first, words.last, matches);
    std::erase_if(matches, [&](const WorldMatch& match) { return match.tokens.first != start; });
    return matches;
  }

  // "U.S. forces", "Tokyo's mayor": no place of its own.
  bool belongs_to_next(int32_t next) const {
    if (!range_.contains(next)) return false;
    if (lower(next) == "'s" || lower(next) == "’s") return true;
    const Upos tag = token(next).upos;
    const bool noun = tag == Upos::NOUN || tag == Upos::PROPN || tag == Upos::ADJ;
    return noun && lower(next) != "today" && lower(next) != "yesterday" && !is_day_word(next);
  }

  // "in Rome Monday": a weekday or month after the place.
  bool is_day_word(int32_t i) const {
    static constexpr std::string_view kDays[] = {
        "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday", "sunday",   "january",  "february", "march",
        "april",  "may",     "june",      "july",     "august",    "september", "october", "november", "december", "tomorrow",
        "earlier", "late",   "last",      "next",     "afterwards"};
    return std::find(std::begin(kDays), std::end(kDays), lower(i)) != std::end(kDays);
  }

  Venue place(const WorldMatch& match) const {
    // "Washington, D.C."
    const bool district = lower(match.tokens.last) == "," && lower(match.tokens.last + 1).starts_with("d.c");
    if (district) {
      const TokenRange whole{match.tokens.first, match.tokens.last + 2};
      return {std::string(document_.str(document_.span_of(whole))), "USA", false, whole};
    }
    const Place& place = world_.places()[static_cast<size_t>(match.entity->index)];
    return {std::string(document_.str(match.span)), place.state, false, match.tokens};
  }

  Venue state(const WorldMatch& match) const {
    const State& state = world_.states()[static_cast<size_t>(match.entity->index)];
    const std::string written(document_.str(match.span));
    // A capital or seat that stands for its government is a place here.
    const bool capital = written == state.capital;
    const bool seat = match.entity->kind == EntityKind::Government ||
                      (written != state.name && !capital &&
                       std::find(state.governments.begin(), state.governments.end(), written) != state.governments.end());
    return {capital || seat ? written : state.name, state.id, !capital && !seat, match.tokens};
  }

  // Capitalised words that no pack knows, with what they own: "Prime Minister's residence".
  Venue capitalised(int32_t start) const {
    int32_t end = start;
    while (end < range_.last && capital(end) &&
           (token(end).upos == Upos::PROPN || token(end).upos == Upos::ADJ || token(end).upos == Upos::NOUN ||
            is_inner_hyphen(end + 1))) {
      ++end;
      if (is_inner_hyphen(end)) ++end;
    }
    const bool building = end > start && is_building(lower(end - 1));
    if (end == start || (!building && names_person({start, end})) || is_acronym({start, end})) return {};
    if (lower(end) == "'s" || lower(end) == "’s") {
      ++end;
      while (end < range_.last && (token(end).upos == Upos::NOUN || token(end).upos == Upos::PROPN || token(end).upos == Upos::ADJ)) ++end;
    } else if (is_building(lower(end))) {
      ++end;
    }
    if (is_building(lower(end - 1)) && lower(end) == "of") end = after_owner(end);
    return {std::string(document_.str(document_.span_of({start, end}))), {}, false, {start, end}};
  }

  // "Al-Bahr Palace"
  bool is_inner_hyphen(int32_t i) const {
    return i + 1 < range_.last && lower(i) == "-" && !token(i).space_before && !token(i + 1).space_before && capital(i + 1);
  }

  // "Great Hall | of the People"; `of` itself where nothing with a capital follows.
  int32_t after_owner(int32_t of) const {
    int32_t end = of + 1;
    if (is_determiner(lower(end))) ++end;
    const int32_t first = end;
    while (end < range_.last && capital(end) && token(end).upos != Upos::PUNCT) ++end;
    return end > first ? end : of;
  }

  // "STEM", "NATO": no place by themselves.
  bool is_acronym(TokenRange range) const {
    const std::string_view word = document_.form(range.first);
    return range.size() == 1 && word.size() < 7 &&
           std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
  }

  static bool is_building(std::string_view word) {
    static constexpr std::string_view kBuildings[] = {"palace", "residence", "hotel",   "airport", "castle",  "house",   "centre",
                                                      "center", "hall",      "embassy", "estate",  "airbase", "campus",  "headquarters",
                                                      "office", "villa",     "guesthouse"};
    return std::find(std::begin(kBuildings), std::end(kBuildings), word) != std::end(kBuildings);
  }

  bool names_person(TokenRange range) const {
    const auto before = [](const Name& name, int32_t token) { return name.tokens.first < token; };
    auto name = std::lower_bound(document_.names.begin(), document_.names.end(), range.first, before);
    return name != document_.names.end() && name->kind == NameKind::Person && name->tokens.first < range.last &&
           lower(name->tokens.last) != "'s" && lower(name->tokens.last) != "’s";
  }

  const Document& document_;
  const World& world_;
  TokenRange range_;
};

// "HÀ NỘI" as "Hà Nội"; what is not all capitals stays as it is.
std::string in_small_letters(const std::string& written) {
  for (size_t at = 0; at < written.size(); at += decode_utf8(written, at).length) {
    if (is_lower(decode_utf8(written, at).value)) return written;
  }
  std::string out;
  bool start = true;
  for (size_t at = 0; at < written.size();) {
    const CodePoint c = decode_utf8(written, at);
    const std::string_view letter = std::string_view(written).substr(at, c.length);
    out += start ? std::string(letter) : to_lower(letter);
    start = !is_word_character(c.value);
    at += c.length;
  }
  return out;
}

}  // namespace

Venue venue_at(const Document& document, const World& world, TokenRange sentence, int32_t start) {
  return VenueReader(document, world, sentence).at(start);
}

Venue venue_after(const Document& document, const World& world, TokenRange sentence, int32_t from) {
  return VenueReader(document, world, sentence).after(from);
}

Venue venue_of_dateline(const Document& document, const World& world) {
  const std::string& written = document.publication.dateline.value;
  if (written.empty()) return {};
  const std::string folded = fold(written);
  const auto same = [&](const std::string& name) { return fold(name) == folded; };
  for (const Place& place : world.places()) {
    if (same(place.name)) return {place.name, place.state, false, {}};
    const auto other = std::find_if(place.names.begin(), place.names.end(), same);
    if (other != place.names.end()) return {in_small_letters(written), place.state, false, {}};
  }
  for (const State& state : world.states()) {
    if (same(state.capital)) return {state.capital, state.id, false, {}};
  }
  return {in_small_letters(written), {}, false, {}};
}

}  // namespace verbale
