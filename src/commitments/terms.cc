#include "commitments/terms.h"

#include <algorithm>
#include <array>

namespace verbale {
namespace {

constexpr std::string_view kMonths[] = {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec."};
constexpr std::string_view kUnits[] = {
    "day", "days", "week", "weeks", "month", "months", "year", "years", "quarter", "decade", "decades", "summer",
    "autumn", "fall", "winter", "spring", "weekend", "century", "semester", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday"};
constexpr std::string_view kAlone[] = {"today", "tomorrow", "tonight", "now"};
// What makes a unit a point or a stretch of time and not a measure ("two years of talks", "a five-year plan").
constexpr std::string_view kPoints[] = {"this", "next", "coming", "following", "upcoming", "current",
                                                             "same", "later", "early", "late", "each", "every", "few"};
constexpr std::string_view kBefore[] = {
    "by", "until", "till", "before", "in", "during", "within", "over", "for", "throughout", "on", "from", "after",
    "through", "starting", "beginning", "since", "to"};

constexpr std::string_view kDeclaring[] = {"declare", "designate", "proclaim", "name", "make"};
// How many words before one of its words a framework's name may begin.
constexpr int32_t kNameReach = 16;

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_number(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9' && word.size() <= 5;
}

}  // namespace

bool TermFinder::is_time(int32_t token) const {
  return words_.is_any(token, kMonths) || words_.is_any(token, kUnits) || is_year(words_.lower(token));
}

// "declared 2025 the year of exchange"
bool TermFinder::is_declared_year(int32_t token) const {
  return is_year(words_.lower(token)) && words_.at(token + 1).upos == Upos::DET &&
         std::ranges::find(kDeclaring, words_.lemma(token - 1)) != std::end(kDeclaring);
}

// The tokens of the time phrase around `token`; empty if it is a measure, a label or part of a name.
TokenRange TermFinder::time_phrase(int32_t token, TokenRange range) const {
  int32_t first = token, last = token + 1;
  if (is_declared_year(token)) return {first, last};
  const auto number = [this](int32_t i) {
    return is_number(words_.lower(i)) || words_.at(i).upos == Upos::NUM;
  };
  while (last < range.last && (number(last) || words_.is_any(last, {"of", ",", "this", "next", "the"}) || is_time(last))) {
    // "of", "this" and a comma belong to it only before another word of time.
    if (!number(last) && !is_time(last)) {
      int32_t ahead = last + 1;
      while (ahead < range.last && words_.is_any(ahead, {"this", "next", "the"})) ++ahead;
      if (!(is_time(ahead) || (words_.is_comma(last) && is_year(words_.lower(ahead))))) break;
    }
    ++last;
  }
  bool point = !words_.is_any(token, kUnits) || words_.is_any(token, {"monday", "tuesday", "wednesday", "thursday",
                                                                      "friday", "saturday", "sunday"});
  while (first > range.first) {
    const int32_t before = first - 1;
    const bool inside = number(before) || words_.is_any(before, kPoints) ||
                        words_.is_any(before, {"end", "beginning", "middle", "half", "start", "first", "second", "third",
                                               "fourth", "last", "of", "and", "very", "near"});
    const bool article = words_.is(before, "the") && words_.is_any(before - 1, {"of", "in", "later"}) &&
                         words_.is_any(before - 2, {"end", "beginning", "middle", "half", "start"});
    if (!inside && !article) break;
    if (words_.is_any(before, {"of", "and"}) &&
        !words_.is_any(before - 1, {"end", "beginning", "middle", "half", "start"})) {
      break;
    }
    point |= words_.is_any(before, kPoints) || words_.is_any(before, {"end", "beginning", "half", "start"});
    first = before;
  }
  const bool counted = words_.at(first).upos == Upos::NUM || is_number(words_.lower(first));
  const int32_t opener = words_.is(first - 1, "the") ? first - 2 : first - 1;
  const bool prepared = words_.is_any(opener, kBefore) || words_.is(opener, "of");
  if (counted && !point) point = words_.is_any(opener, {"within", "over", "in", "for", "during"});
  if (!point || !(prepared || words_.is_any(first, kPoints))) return {};
  return {first, last};
}

std::span<const Framework> TermFinder::frameworks_in(TokenRange range) const {
  const Span span = document_.span_of(range);
  const auto begins = [](const Framework& framework, uint32_t at) { return framework.text.begin < at; };
  const auto first = std::lower_bound(document_.frameworks.begin(), document_.frameworks.end(), span.begin, begins);
  const auto last = std::lower_bound(first, document_.frameworks.end(), span.end, begins);
  return {first, last};
}

// A year before the publication's own is when something was, not when it will be: "the law of 1982".
bool TermFinder::is_history(TokenRange phrase) const {
  const std::string_view day = document_.publication.day().value;
  if (day.size() < 4) return false;
  const Span span = document_.span_of(phrase);
  const auto ends_before = [](const Quantity& quantity, uint32_t at) { return quantity.text.end <= at; };
  auto date = std::lower_bound(document_.quantities.begin(), document_.quantities.end(), span.begin, ends_before);
  for (; date != document_.quantities.end() && date->text.begin < span.end; ++date) {
    // "on May 21 this year": of a day that is past.
    if (date->kind == QuantityKind::Date && date->value.size() == 10 && day.size() == 10) return date->value < day;
  }
  for (int32_t i = phrase.first; i < phrase.last; ++i) {
    if (is_year(words_.lower(i))) return words_.lower(i) < day.substr(0, 4);
  }
  return false;
}

bool TermFinder::stands_in_framework(int32_t token) const {
  const Span span = document_.tokens[static_cast<size_t>(token)].span;
  for (const Framework& framework : frameworks_in({std::max(0, token - kNameReach), token + 1})) {
    if (framework.text.contains(span)) return true;
  }
  return false;
}

Span TermFinder::event_deadline(TokenRange range) const {
  for (const Framework& framework : frameworks_in(range)) {
    const TokenRange tokens = tokens_in(document_, framework.text);
    if (tokens.last > range.last || framework.kind != FrameworkKind::Event) continue;
    int32_t before = tokens.first - 1;
    if (words_.is(before, "the")) --before;
    const bool ahead = words_.is(before, "of") && words_.is(before - 1, "ahead");
    const bool prior = words_.is(before, "to") && words_.is(before - 1, "prior");
    if (ahead || prior || words_.is_any(before, {"before", "by", "until"})) return framework.text;
  }
  return {};
}

Span TermFinder::when(TokenRange range) const {
  for (int32_t i = range.first; i < range.last; ++i) {
    if (words_.is(i, "as") && words_.is(i + 1, "long") && words_.is(i + 2, "as")) {
      return document_.span_of({i, std::min(i + 5, range.last)});
    }
    if (words_.is_any(i, kAlone) && i > range.first && !words_.is(i - 1, "of") && !words_.is(i, "now")) {
      return document_.span_of({i, i + 1});
    }
    if (!is_time(i) || stands_in_framework(i)) continue;
    const TokenRange phrase = time_phrase(i, range);
    if (!phrase.empty() && !is_history(phrase)) return document_.span_of(phrase);
  }
  return event_deadline(range);
}

// Frameworks that stand in the range; those that only commas and "and" part are one.
Span TermFinder::named(TokenRange range) const {
  Span found;
  int32_t found_end = -1;
  for (const Framework& framework : frameworks_in(range)) {
    if (framework.kind == FrameworkKind::Partnership || framework.kind == FrameworkKind::Policy) continue;
    const TokenRange tokens = tokens_in(document_, framework.text);
    if (tokens.empty() || tokens.first < range.first || tokens.last > range.last) continue;
    if (found.empty()) {
      found = framework.text;
      found_end = tokens.last;
      continue;
    }
    bool joined = true;
    for (int32_t i = found_end; i < tokens.first; ++i) {
      joined &= words_.is_any(i, {",", "and", "the", "as", "well", "including", "its"});
    }
    if (!joined && tokens.first >= found_end) break;
    found = join(found, framework.text);
    found_end = std::max(found_end, tokens.last);
  }
  return found;
}

// "through mechanisms such as the workshop", "under the agreement": described by a noun of the pack.
Span TermFinder::described(TokenRange range) const {
  for (int32_t i = range.first; i + 1 < range.last; ++i) {
    const bool means = words_.is_any(i, {"through", "under", "within", "via"}) ||
                       (words_.is(i, "such") && words_.is(i + 1, "as"));
    if (!means) continue;
    int32_t start = words_.is(i, "such") ? i + 2 : i + 1;
    while (words_.at(start).upos == Upos::DET || words_.is_any(start, {"its", "their", "our"})) ++start;
    const int32_t head = words_.noun_head(start, range.last);
    if (head < 0 || words_.is(head + 1, "such") || is_time(head)) continue;
    if (!knowledge_.commitment_words.has(CommitmentClass::Instrument, words_.lemma(head))) continue;
    return document_.span_of({start, head + 1});
  }
  return {};
}

Span TermFinder::mechanism(TokenRange range) const {
  const Span name = named(range);
  return name.empty() ? described(range) : name;
}

}  // namespace verbale
