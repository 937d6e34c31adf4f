#include "quantities/durations.h"

#include <cmath>

#include "quantities/numbers.h"

namespace verbale {
namespace {

using Kind = QuantityWordKind;

// "and a half", "-and-a-half" at word i; returns where it ends, or i.
int32_t pass_and_a_half(const QuantityText& view, int32_t i) {
  return view.is(i, "and") && view.is(i + 1, "a") && view.is(i + 2, "half") ? i + 3 : i;
}

// "half a", "half an", "half" before a unit.
std::optional<Period> read_half(const QuantityText& view, int32_t i) {
  int32_t end = 0;
  if (view.find(i, Kind::Half, end) == nullptr) return std::nullopt;
  view.find(end, Kind::Article, end);
  const QuantityWord* unit = view.find(end, Kind::Unit, end);
  if (unit == nullptr) return std::nullopt;
  return Period{0.5 * static_cast<double>(unit->value), unit->code, i, end};
}

// "a year", which counts only where something shows that its length is meant.
std::optional<Period> read_one(const QuantityText& view, int32_t i, bool approximate) {
  int32_t end = 0;
  if (view.find(i, Kind::Article, end) == nullptr) return std::nullopt;
  const QuantityWord* unit = view.find(end, Kind::Unit, end);
  if (unit == nullptr) return std::nullopt;
  const int32_t half = pass_and_a_half(view, end);
  const double amount = static_cast<double>(unit->value) * (half > end ? 1.5 : 1);
  const bool meant = approximate || half > end || view.is_one_of(i - 1, {"within", "for", "in"}) ||
                     view.is_kind(half, Kind::Ago);
  if (!meant) return std::nullopt;
  return Period{amount, unit->code, i, half};
}

// "1 hour and 30 minutes": the minutes.
void add_minutes(const QuantityText& view, Period& period) {
  if (period.unit != "TH") return;
  const int32_t next = view.is(period.end, "and") ? period.end + 1 : period.end;
  const std::optional<Number> number = read_number(view, next);
  int32_t end = 0;
  if (!number) return;
  const QuantityWord* unit = view.find(number->end, Kind::Unit, end);
  if (unit == nullptr || unit->code != "TM") return;
  period.amount += number->value / 60;
  period.end = end;
}

// A whole number of units and what is left over in the next smaller one.
std::string with_rest(double amount, double per_unit, std::string_view unit, std::string_view smaller) {
  const double whole = std::floor(amount + 1e-9);
  const double rest = std::round((amount - whole) * per_unit);
  std::string text;
  if (whole > 0 || rest == 0) text += number_text(whole) + std::string(unit);
  if (rest > 0) text += number_text(rest) + std::string(smaller);
  return text;
}

}  // namespace

std::optional<Period> read_period(const QuantityText& view, int32_t i) {
  int32_t start = i;
  const bool approximate = view.find(i, Kind::Approximate, start) != nullptr;
  if (std::optional<Period> half = read_half(view, start)) return half->first = i, half;
  if (std::optional<Period> one = read_one(view, start, approximate)) return one->first = i, one;
  std::optional<Number> number = read_number(view, start);
  if (!number) return std::nullopt;
  if (const int32_t half = pass_and_a_half(view, number->end); half > number->end) {
    number->value += 0.5;
    number->end = half;
  }
  int32_t end = 0;
  const QuantityWord* unit = view.find(number->end, Kind::Unit, end);
  if (unit == nullptr || view.is_one_of(end, {"old", "olds"})) return std::nullopt;
  Period period{number->value * static_cast<double>(unit->value), unit->code, i, end};
  if (const int32_t half = pass_and_a_half(view, end); half > end) {
    period.amount += 0.5 * static_cast<double>(unit->value);
    period.end = half;
  }
  add_minutes(view, period);
  return period;
}

std::string period_text(const Period& period) {
  const std::string_view unit = period.unit;
  if (unit == "TH") return "PT" + with_rest(period.amount, 60, "H", "M");
  if (unit == "Y") return "P" + with_rest(period.amount, 12, "Y", "M");
  if (unit.starts_with('T')) return "PT" + number_text(period.amount) + std::string(unit.substr(1));
  if (unit == "D" && period.amount >= 7 && std::fmod(period.amount, 7) == 0) {
    return "P" + number_text(period.amount / 7) + "W";
  }
  return "P" + number_text(period.amount) + std::string(unit);
}

std::optional<QuantityReading> read_duration(const QuantityText& view, int32_t i) {
  int32_t start = i;
  const QuantityWord* relative = view.find(i, Kind::Relative, start);
  std::optional<Period> period = read_period(view, start);
  int32_t end = 0;
  // "the past decade", "the coming year": a length; "last year", "next month": a date.
  if (!period && relative != nullptr && relative->value != 0) {
    const QuantityWord* unit = view.find(start, Kind::Unit, end);
    const bool length = view.is_one_of(i, {"past", "coming", "preceding"}) ||
                        (unit != nullptr && unit->value >= 10 && unit->code == "Y");
    const bool one = unit != nullptr && view.token(start) != nullptr && !view.folded(start).ends_with('s');
    if (length && one) period = Period{static_cast<double>(unit->value), unit->code, i, end};
  }
  if (!period || period->amount <= 0) return std::nullopt;
  if (view.is_kind(period->end, Kind::Ago)) return std::nullopt;
  return QuantityReading{QuantityKind::Duration, i, period->end, period_text(*period), false, "duration.units"};
}

}  // namespace verbale
