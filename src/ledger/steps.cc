#include "ledger/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.h"
#include "quantities/calendar.h"

namespace verbale {
namespace {

StepKind kind_of(StepWord word) {
  switch (word) {
    case StepWord::Body:
      return StepKind::Body;
    case StepWord::Plan:
      return StepKind::Plan;
    case StepWord::Signature:
      return StepKind::Signature;
    case StepWord::Visit:
      return StepKind::Visit;
    case StepWord::Document:
      return StepKind::Document;
  }
  return StepKind::Body;
}

void add_step(std::vector<Step>& steps, StepKind kind, std::string key, Span text) {
  const bool known = std::ranges::any_of(steps, [&](const Step& step) {
    return (step.kind == kind && step.key == key) || step.text.overlaps(text);
  });
  if (!known) steps.push_back({kind, std::move(key), text, {}});
}

std::optional<StepKind> kind_of(FrameworkKind kind) {
  if (kind == FrameworkKind::Mechanism || kind == FrameworkKind::Body) return StepKind::Body;
  if (kind == FrameworkKind::Project) return StepKind::Plan;
  return std::nullopt;
}

void add_frameworks(const Document& document, Span span, std::vector<Step>& steps) {
  for (const Framework& framework : document.frameworks) {
    if (!framework.id.empty()) continue;  // what everybody knows is nothing new
    const std::optional<StepKind> kind = kind_of(framework.kind);
    if (kind && span.contains(framework.text))
      add_step(steps, *kind, fold(framework.name), framework.text);
  }
}

// A body, plan or document that is only spoken of is no step; one that is set up or issued is.
bool tells_making(const WordsAt& words, TokenRange tokens, const LedgerTools& tools) {
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    const bool verb = words.is_verb(i) && words.at(i).upos != Upos::AUX;
    if ((verb || words.is_noun(i)) && tools.words->makes(words.lemma(i), verb)) return true;
  }
  return false;
}

// "agencies", "further plans": any of a kind, none that was set up.
bool is_any_of_kind(const WordsAt& words, TokenRange phrase, const LedgerTools& tools) {
  if (!words.at(phrase.last - 1).plural) return false;
  for (int32_t i = phrase.first; i + 1 < phrase.last; ++i) {
    const std::string_view lemma = words.lemma(i);
    if (words.is_noun(i) || tools.words->light(std::span(&lemma, 1)) == 0) return false;
  }
  return true;
}

// "trade" of "trade promotion office".
std::vector<std::string> purposes(const WordsAt& words, TokenRange before,
                                  const LedgerTools& tools) {
  std::vector<std::string> nouns;
  for (int32_t i = before.first; i < before.last; ++i) {
    const std::string_view lemma = words.lemma(i);
    const bool slight = tools.words->light(std::span(&lemma, 1)) > 0 || tools.words->shared(lemma);
    if (words.at(i).upos == Upos::NOUN && !slight) nouns.emplace_back(fold(lemma));
  }
  return nouns;
}

// Nouns with what stands before them in their phrase ("railway cooperation committee"), verbs
// alone.
void add_words(const Document& document, const WordsAt& words, TokenRange tokens,
               const LedgerTools& tools, std::vector<Step>& steps) {
  const bool made = tells_making(words, tokens, tools);
  for (int32_t i = tokens.first; i < tokens.last; ++i) {
    const LedgerWords::Match<StepWord> match = tools.words->step(words.lemmas(i, tokens.last));
    if (!match.value) continue;
    const bool act = *match.value == StepWord::Signature;
    const int32_t last = i + match.length;
    if (!act && !words.is_noun(last - 1)) continue;
    if (!act && words.is_noun(last)) continue;  // "committee members"
    int32_t first = i;
    while (!act && first > tokens.first &&
           (words.is_noun(first - 1) || words.at(first - 1).upos == Upos::ADJ))
      --first;
    if (!act && (!made || is_any_of_kind(words, {first, last}, tools))) continue;
    std::string key;
    for (int32_t k = act ? i : first; k < last; ++k)
      key += (key.empty() ? "" : " ") + fold(words.lemma(k));
    add_step(steps, kind_of(*match.value), key, document.span_of({first, last}));
    if (*match.value == StepWord::Body && steps.back().key == key)
      steps.back().of = purposes(words, {first, last - 1}, tools);
    i = last - 1;
  }
}

// "next three years", "within six months"; "the past 15 years" and "a three-day visit" are over or
// due to nobody.
bool lies_ahead(const Document& document, const Quantity& quantity) {
  constexpr std::array<std::string_view, 6> kAhead = {"next",   "coming",   "following",
                                                      "within", "upcoming", "ensuing"};
  const uint32_t from = quantity.text.begin > 16 ? quantity.text.begin - 16 : 0;
  const std::string around =
      fold(std::string_view(document.text).substr(from, quantity.text.end - from));
  return std::ranges::any_of(
      kAhead, [&](std::string_view word) { return around.find(word) != std::string::npos; });
}

// The last day that a date or a period ahead leaves; nothing that is over when the account speaks.
std::optional<Deadline> deadline_of(const Document& document, const Quantity& quantity) {
  if (quantity.kind == QuantityKind::Duration && !lies_ahead(document, quantity))
    return std::nullopt;
  const std::string& day = document.publication.day().value;
  const std::string due = quantity.kind == QuantityKind::Date       ? last_day(quantity.value)
                          : quantity.kind == QuantityKind::Duration ? day_after(day, quantity.value)
                                                                    : std::string();
  if (due.empty() || (!day.empty() && due <= last_day(day))) return std::nullopt;
  return Deadline{due, quantity.text, {}};
}

void add_quantities(const Document& document, Span span, std::vector<Step>& steps) {
  for (const Quantity& quantity : document.quantities) {
    if (!span.contains(quantity.text) || quantity.value.empty()) continue;
    if (deadline_of(document, quantity)) {
      add_step(steps, StepKind::Date, quantity.value, quantity.text);
    } else if (quantity.kind == QuantityKind::Money) {
      add_step(steps, StepKind::Number, quantity.value, quantity.text);
    }
  }
}

}  // namespace

std::vector<Step> find_steps(const Document& document, const WordsAt& words, TokenRange tokens,
                             const LedgerTools& tools) {
  std::vector<Step> steps;
  const Span span = document.span_of(tokens);
  if (tells_making(words, tokens, tools)) add_frameworks(document, span, steps);
  add_words(document, words, tokens, tools, steps);
  add_quantities(document, span, steps);
  std::ranges::sort(steps, {}, [](const Step& step) { return step.text.begin; });
  return steps;
}

std::optional<Deadline> find_deadline(const Document& document, TokenRange tokens, Span when) {
  const Span span = document.span_of(tokens);
  for (const Quantity& quantity : document.quantities) {
    const bool there = when.empty() ? span.contains(quantity.text) : when.overlaps(quantity.text);
    if (!there) continue;
    if (std::optional<Deadline> deadline = deadline_of(document, quantity)) return deadline;
  }
  return std::nullopt;
}

std::string last_day(std::string_view value) {
  std::optional<Date> date = date_from_iso(value);
  if (!date) return {};
  if (date->month == 0) date->month = 12;
  if (date->day == 0) date->day = days_in_month(date->year, date->month);
  return to_iso(*date);
}

std::string day_after(std::string_view day, std::string_view duration) {
  const std::optional<Date> from = date_from_iso(day);
  if (!from || from->day == 0 || duration.size() < 3 || duration[0] != 'P') return {};
  int32_t count = 0;
  const char* end = duration.data() + duration.size() - 1;
  const std::from_chars_result read = std::from_chars(duration.data() + 1, end, count);
  if (read.ec != std::errc() || read.ptr != end || count <= 0 || count > 10000) return {};
  switch (duration.back()) {
    case 'Y':
      return to_iso(add_months(*from, int64_t{12} * count));
    case 'M':
      return to_iso(add_months(*from, count));
    case 'W':
      return to_iso(add_days(*from, int64_t{7} * count));
    case 'D':
      return to_iso(add_days(*from, count));
    default:
      return {};
  }
}

}  // namespace verbale
