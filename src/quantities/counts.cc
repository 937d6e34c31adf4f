#include "quantities/counts.h"

#include <array>

#include "quantities/numbers.h"

namespace verbale {
namespace {

using Kind = QuantityWordKind;

constexpr int32_t kLongestPhrase = 8;  // words from a number to its noun
constexpr double kAnaphor = 10;        // "the four areas": the article points back to what was told

struct NounPhrase {
  int32_t head = -1;  // word
  int32_t end = 0;
};

bool is_upos(const QuantityText& view, int32_t i, std::initializer_list<Upos> tags) {
  const Token* token = view.token(i);
  if (token == nullptr) return false;
  for (const Upos tag : tags) {
    if (token->upos == tag) return true;
  }
  return false;
}

// Adjectives, participles and nouns up to the last noun of the first stretch of nouns.
std::optional<NounPhrase> read_noun_phrase(const QuantityText& view, int32_t i) {
  NounPhrase phrase;
  for (int32_t at = i; at < i + kLongestPhrase && view.has(at); ++at) {
    const Token& token = *view.token(at);
    if (token.upos == Upos::NOUN || token.upos == Upos::PROPN) {
      phrase = {at, at + 1};
      continue;
    }
    const bool inside = is_upos(view, at, {Upos::ADJ, Upos::NUM, Upos::SYM}) || view.is(at, "'s") ||
                        (token.upos == Upos::ADV && phrase.head < 0) ||
                        (token.upos == Upos::VERB && phrase.head < 0 &&
                         (token.verb == VerbForm::PastParticiple || token.verb == VerbForm::Gerund || token.verb == VerbForm::Past));
    if (!inside || (phrase.head >= 0 && token.upos == Upos::ADJ)) break;
  }
  if (phrase.head < 0) return std::nullopt;
  return phrase;
}

// A number that belongs to a label or a numeral of another kind: "Article 5", "COVID-19", "5+1", "10:30", "No. 3".
bool is_label(const QuantityText& view, int32_t i, int32_t end) {
  const WordGap before = view.gap(i);
  if (before == WordGap::Hyphen || before == WordGap::Slash) return true;
  if (view.is_one_of(i - 1, {"+", ":", "no", "number", "#", "article", "phase", "chapter"})) return true;
  if (view.is_one_of(end, {"+", ":", "a.m.", "p.m.", "a.m", "p.m", "am", "pm", "o'clock"})) return true;
  if (view.gap(end) == WordGap::Slash) return true;
  // "the 2019 Lima summit": a year.
  const std::string_view word = view.folded(i);
  if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) && end == i + 1 && view.is_capital(end)) return true;
  return view.is_digits(i) && view.is_capital(i - 1) && before == WordGap::Space &&
         is_upos(view, i - 1, {Upos::PROPN, Upos::NOUN});
}

bool is_anaphoric(const QuantityText& view, int32_t i, const Number& number) {
  if (number.digits || number.value > kAnaphor) return false;
  return view.is_one_of(i - 1, {"the", "these", "those", "both", "our", "their", "all", "us"});
}

// A number with a letter for a scale, "65m"; only sums are written so.
std::optional<Number> read_sum(const QuantityText& view, int32_t i) {
  if (std::optional<Number> number = read_number(view, i)) {
    int32_t end = 0;
    if (const QuantityWord* scale = view.find(number->end, Kind::LetterScale, end)) {
      number->value *= static_cast<double>(scale->value);
      number->end = end;
    }
    return number;
  }
  const std::string_view word = view.folded(i);
  const size_t letters = word.find_first_not_of("0123456789.,");
  if (letters == 0 || letters == std::string_view::npos) return std::nullopt;
  const std::optional<double> value = digits_value(word.substr(0, letters));
  const PhraseTable::Match match = view.lexicon().forms().longest(std::array{word.substr(letters)});
  if (!value || match.values.empty()) return std::nullopt;
  const QuantityWord& scale = view.lexicon().words()[static_cast<size_t>(match.values[0])];
  if (scale.kind != Kind::LetterScale) return std::nullopt;
  return Number{*value * static_cast<double>(scale.value), i + 1, true, true};
}

}  // namespace

std::optional<QuantityReading> read_count(const QuantityText& view, int32_t i) {
  int32_t start = i;
  view.find(i, Kind::Approximate, start);
  const std::optional<Number> number = read_number(view, start);
  if (!number || number->value == 1 || is_label(view, start, number->end)) return std::nullopt;
  const std::string value = number_text(number->value);
  int32_t end = 0;
  if (view.find(number->end, Kind::Percent, end) != nullptr) {
    return QuantityReading{QuantityKind::Count, i, end, value, false, "count.percent"};
  }
  const bool hyphen = view.gap(number->end) == WordGap::Hyphen;
  const std::optional<NounPhrase> phrase = read_noun_phrase(view, number->end);
  if (hyphen || !phrase) {
    if (hyphen || !number->scaled || number->value < 1000) return std::nullopt;
    return QuantityReading{QuantityKind::Count, i, number->end, value, false, "count.bare"};
  }
  const Token& head = *view.token(phrase->head);
  if (!head.plural && !number->scaled) return std::nullopt;
  if (number->value <= kAnaphor && view.lexicon().uncounted(view.folded(phrase->head))) return std::nullopt;
  const bool anaphoric = is_anaphoric(view, start, *number);
  return QuantityReading{QuantityKind::Count, i, phrase->end, value, false, "count.noun", anaphoric};
}

std::optional<QuantityReading> read_ordinal_with_noun(const QuantityText& view, int32_t i) {
  const std::optional<Ordinal> ordinal = read_ordinal(view, i);
  if (!ordinal || view.gap(i) == WordGap::Hyphen || view.is(i - 1, "at")) return std::nullopt;
  int32_t at = ordinal->end;
  if (view.is(at, "ever")) ++at;
  else if (view.gap(at) == WordGap::Hyphen || view.gap(at) == WordGap::Slash) return std::nullopt;
  const std::optional<Number> several = read_number(view, at);
  if (several) at = several->end;
  const std::optional<NounPhrase> phrase = read_noun_phrase(view, at);
  if (!phrase) return std::nullopt;
  if (view.lexicon().unordered(view.folded(phrase->head))) return std::nullopt;
  if (several && !several->digits) {
    return QuantityReading{QuantityKind::Count, i, phrase->end, number_text(several->value), false, "count.first"};
  }
  return QuantityReading{QuantityKind::Ordinal, i, phrase->end, std::to_string(ordinal->value), false, "ordinal.noun"};
}

std::optional<QuantityReading> read_money(const QuantityText& view, int32_t i) {
  int32_t start = i;
  view.find(i, Kind::Approximate, start);
  int32_t end = start;
  const QuantityWord* currency = view.find(start, Kind::CurrencyBefore, end);
  const std::optional<Number> sum = read_sum(view, end);
  if (!sum || view.gap(end) == WordGap::Hyphen) return std::nullopt;
  int32_t after = sum->end;
  if (currency == nullptr) {
    currency = view.find(sum->end, Kind::CurrencyAfter, after);
  } else if (const QuantityWord* again = view.find(sum->end, Kind::CurrencyAfter, after)) {
    currency = again;
  } else {
    after = sum->end;
  }
  if (currency == nullptr) return std::nullopt;
  return QuantityReading{QuantityKind::Money, i, after, number_text(sum->value) + ' ' + currency->code, false, "money.sum"};
}

}  // namespace verbale
