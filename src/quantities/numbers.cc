#include "quantities/numbers.h"

#include <fmt/format.h>

#include <cmath>

namespace verbale {
namespace {

using Kind = QuantityWordKind;

// Under a hundred in words: "seven", "twenty-five", "a" before a scale.
std::optional<Number> read_small(const QuantityText& view, int32_t i) {
  int32_t end = 0;
  if (const QuantityWord* word = view.find(i, Kind::Cardinal, end)) {
    return Number{static_cast<double>(word->value), end, false, false};
  }
  if (const QuantityWord* tens = view.find(i, Kind::Tens, end)) {
    Number number{static_cast<double>(tens->value), end, false, false};
    int32_t after = 0;
    const QuantityWord* unit = view.find(end, Kind::Cardinal, after);
    if (unit != nullptr && unit->value > 0 && unit->value < 10) {
      number.value += static_cast<double>(unit->value);
      number.end = after;
    }
    return number;
  }
  if (view.find(i, Kind::Article, end) != nullptr && view.is_kind(end, Kind::Scale)) {
    return Number{1, end, false, true};
  }
  if (view.find(i, Kind::Half, end) != nullptr) {
    int32_t scale = end;
    view.find(end, Kind::Article, scale);
    if (view.is_kind(scale, Kind::Scale)) return Number{0.5, scale, false, true};
  }
  return std::nullopt;
}

// "hundred", "thousand million" after a number, and what is added after "hundred and".
void read_scales(const QuantityText& view, Number& number) {
  double total = 0;
  int32_t end = 0;
  while (const QuantityWord* scale = view.find(number.end, Kind::Scale, end)) {
    number.value *= static_cast<double>(scale->value);
    number.end = end;
    number.scaled = true;
    const int32_t next = view.is(end, "and") ? end + 1 : end;
    if (number.digits || scale->value < 100) continue;
    const std::optional<Number> rest = read_small(view, next);
    if (!rest || rest->value >= static_cast<double>(scale->value)) continue;
    if (scale->value >= 1000) {
      total += number.value;
      number.value = rest->value;
    } else {
      number.value += rest->value;
    }
    number.end = rest->end;
  }
  number.value += total;
}

}  // namespace

std::optional<double> digits_value(std::string_view word) {
  double whole = 0;
  double fraction = 0;
  double place = 0;  // 0: before the decimal point
  size_t since_comma = 0;
  bool comma = false;
  if (word.empty() || word[0] < '0' || word[0] > '9' || word.size() > 20) return std::nullopt;
  for (const char c : word) {
    if (c >= '0' && c <= '9') {
      if (place == 0) whole = whole * 10 + (c - '0');
      else fraction += (c - '0') * place, place /= 10;
      ++since_comma;
    } else if (c == ',' && place == 0 && (!comma || since_comma == 3)) {
      comma = true;
      since_comma = 0;
    } else if (c == '.' && place == 0) {
      place = 0.1;
    } else {
      return std::nullopt;
    }
  }
  return whole + fraction;
}

std::optional<Number> read_number(const QuantityText& view, int32_t i) {
  std::optional<Number> number;
  if (view.is_digits(i)) {
    const std::optional<double> value = digits_value(view.folded(i));
    if (!value) return std::nullopt;
    number = Number{*value, i + 1, true, false};
  } else {
    number = read_small(view, i);
  }
  if (number) read_scales(view, *number);
  return number;
}

std::optional<Ordinal> read_ordinal(const QuantityText& view, int32_t i) {
  int32_t end = 0;
  if (const QuantityWord* word = view.find(i, Kind::Ordinal, end)) return Ordinal{word->value, end};
  if (const QuantityWord* word = view.find(i, Kind::OrdinalTens, end)) return Ordinal{word->value, end};
  if (const QuantityWord* tens = view.find(i, Kind::Tens, end)) {
    const QuantityWord* unit = view.find(end, Kind::Ordinal, end);
    if (unit != nullptr && unit->value < 10) return Ordinal{tens->value + unit->value, end};
    return std::nullopt;
  }
  const std::string_view word = view.folded(i);
  if (word.size() < 3 || word.size() > 6 || !view.is_digits(i)) return std::nullopt;
  const std::string_view suffix = word.substr(word.size() - 2);
  if (suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return std::nullopt;
  const std::optional<double> value = digits_value(word.substr(0, word.size() - 2));
  if (!value) return std::nullopt;
  return Ordinal{static_cast<int64_t>(*value), i + 1};
}

std::string number_text(double value) {
  const double rounded = std::round(value * 1000) / 1000;
  if (rounded == std::floor(rounded) && std::abs(rounded) < 9e15) {
    return fmt::format("{}", static_cast<int64_t>(rounded));
  }
  std::string text = fmt::format("{:.3f}", rounded);
  while (text.back() == '0') text.pop_back();
  return text;
}

}  // namespace verbale
