// A date is read by the first pattern that fits: numerals (2024-08-19), a month with what stands about it, a part
// ("end of", "mid-") of something, a word relative to now, a weekday, a bare year. What the text leaves out is
// taken from the day on which the document speaks, and marked as inferred where that day is not in the text.
#include "quantities/dates.h"

#include <cmath>

#include "quantities/durations.h"
#include "quantities/numbers.h"

namespace verbale {
namespace {

using Kind = QuantityWordKind;

constexpr int32_t kFirstYear = 1000;
constexpr int32_t kLastYear = 2199;

std::optional<QuantityReading> reading(int32_t first, int32_t end, Date date, bool inferred,
                               std::string_view rule) {
  return QuantityReading{QuantityKind::Date, first, end, to_iso(date), inferred, rule};
}

// A year in four digits; 0 if the word is none.
int32_t year_at(const QuantityText& view, int32_t i) {
  const std::string_view word = view.folded(i);
  if (word.size() != 4) return 0;
  const std::optional<double> value = digits_value(word);
  if (!value || *value < kFirstYear || *value > kLastYear) return 0;
  return static_cast<int32_t>(*value);
}

// A day of the month, "19", "19th"; 0 if the word is none. `end` is set to what follows.
int32_t day_at(const QuantityText& view, int32_t i, int32_t& end) {
  if (!view.is_digits(i)) return 0;
  if (const std::optional<Ordinal> ordinal = read_ordinal(view, i)) {
    end = ordinal->end;
    return ordinal->value <= 31 ? static_cast<int32_t>(ordinal->value) : 0;
  }
  const std::string_view word = view.folded(i);
  const std::optional<double> value = digits_value(word);
  if (word.size() > 2 || !value || *value < 1 || *value > 31) return 0;
  end = i + 1;
  return static_cast<int32_t>(*value);
}

// The year of a month (and day) written without one: that of the nearest such date on the side that the
// sentence speaks of. A month is far back after eight, far ahead after four.
Date with_year(const QuantityText& view, Date date, const Now& now) {
  if (!now.published.known()) return date.year = now.year, date;
  date.year = now.published.year;
  if (date.month == 0 || now.published.month == 0) return date;
  const int32_t ahead = date.month - now.published.month;
  const bool forward = view.points_forward();
  if (ahead > (forward ? 11 : 4)) --date.year;
  if (ahead < (forward ? -3 : -11)) ++date.year;
  return date;
}

// ---- A month and what stands about it

int32_t skip_comma(const QuantityText& view, int32_t i) { return view.is(i, ",") ? i + 1 : i; }

// The month whose name starts at i, written with a capital. `end` is set behind it and an abbreviation's stop.
int32_t month_at(const QuantityText& view, int32_t i, int32_t& end) {
  const QuantityWord* month = view.find(i, Kind::Month, end);
  if (month == nullptr || !view.is_capital(i)) return 0;
  if (view.is(end, ".") && view.is_digits(end + 1)) ++end;
  return static_cast<int32_t>(month->value);
}

// "-10", "to 20", "and 2" after a day: the last day of several. `end` is moved behind it.
bool pass_second_day(const QuantityText& view, int32_t& end) {
  int32_t next = end;
  const bool dash = view.gap(end) == WordGap::Hyphen || view.gap(end) == WordGap::Dash;
  if (view.is_one_of(end, {"to", "and", "through", "until"})) ++next;
  else if (!dash) return false;
  int32_t after = 0;
  if (day_at(view, next, after) == 0 || view.is_kind(after, Kind::Unit)) return false;
  end = after;
  return true;
}

// A bare "May" or "Sep" is a month only where its neighbours say so.
bool stands_as_month(const QuantityText& view, int32_t i) {
  if (view.is_one_of(i - 1, {"in", "by", "since", "until", "till", "from", "of", "during", "through", "early", "late",
                             "mid", "this", "last", "next", "before", "after", "for", "to", "between"})) {
    return true;
  }
  if (!view.is_one_of(i - 1, {"and", "or", ","})) return false;
  int32_t end = 0;
  return view.folded(i).size() > 3 && view.folded(i) != "march" && i - 2 >= view.first() &&
         (month_at(view, i - 2, end) != 0 || year_at(view, i - 2) != 0);
}

// The year after a month or a day: "2024", ", 2024", "of 2024", "of this year". 0 if there is none.
int32_t year_after(const QuantityText& view, int32_t& end, const Now& now, bool& inferred) {
  int32_t at = skip_comma(view, end);
  if (view.is(at, "of") || view.is(at, "in")) ++at;
  if (const int32_t year = year_at(view, at)) {
    if (view.is_kind(at + 1, Kind::Unit)) return 0;
    end = at + 1;
    return year;
  }
  int32_t after = 0;
  const QuantityWord* relative = view.find(at, Kind::Relative, after);
  if (relative == nullptr || !view.is(after, "year") || !now.published.known()) return 0;
  end = after + 1;
  inferred = now.outside;
  return now.published.year + static_cast<int32_t>(relative->value);
}

std::optional<QuantityReading> finish_month(const QuantityText& view, int32_t first, int32_t end, Date date,
                                    bool several, const Now& now) {
  bool inferred = false;
  date.year = year_after(view, end, now, inferred);
  if (!date.known()) {
    date = with_year(view, date, now);
    inferred = now.outside || !date.known();
  }
  if (!is_valid(date)) return std::nullopt;
  if (several) date.day = 0;
  return reading(first, end, date, inferred, "date.month");
}

// "August 19, 2024", "Aug. 19-20", "August 2024", "January, 2005", "June".
std::optional<QuantityReading> read_month_first(const QuantityText& view, int32_t i, const Now& now) {
  int32_t end = 0;
  Date date;
  date.month = month_at(view, i, end);
  if (date.month == 0) return std::nullopt;
  int32_t after = 0;
  date.day = day_at(view, end, after);
  if (date.day != 0) {
    end = after;
    return finish_month(view, i, end, date, pass_second_day(view, end), now);
  }
  int32_t year_end = end;
  bool inferred = false;
  const bool year = year_after(view, year_end, now, inferred) != 0;
  if (!year && !stands_as_month(view, i)) return std::nullopt;
  return finish_month(view, i, end, date, false, now);
}

// "19 August 2024", "19th of August", "18-20 August".
std::optional<QuantityReading> read_day_first(const QuantityText& view, int32_t i, const Now& now) {
  int32_t end = 0;
  Date date;
  date.day = day_at(view, i, end);
  if (date.day == 0) return std::nullopt;
  const bool several = pass_second_day(view, end);
  if (view.is(end, "of")) ++end;
  int32_t after = 0;
  date.month = month_at(view, end, after);
  if (date.month == 0) return std::nullopt;
  return finish_month(view, i, after, date, several, now);
}

// "2024-08-19"; "19/08/2024" and "19.08.2024", the day first unless it cannot be.
std::optional<QuantityReading> read_numerals(const QuantityText& view, int32_t i, const Now&) {
  Date date;
  date.year = year_at(view, i);
  int32_t end = 0;
  if (date.known() && view.gap(i + 1) == WordGap::Hyphen && view.gap(i + 2) == WordGap::Hyphen) {
    date.month = day_at(view, i + 1, end);
    date.day = day_at(view, i + 2, end);
  } else if (view.gap(i + 1) == WordGap::Slash && view.gap(i + 2) == WordGap::Slash) {
    date = {year_at(view, i + 2), day_at(view, i + 1, end), day_at(view, i, end)};
    if (date.month > 12) std::swap(date.month, date.day);
  }
  if (!date.known() || date.month == 0 || date.day == 0 || !is_valid(date)) return std::nullopt;
  return reading(i, i + 3, date, false, "date.numerals");
}

// ---- Relative to now

Date month_of(Date date) { return {date.year, date.month, 0}; }
Date year_of(Date date) { return {date.year, 0, 0}; }

std::optional<QuantityReading> read_day_word(const QuantityText& view, int32_t i, const Now& now) {
  int32_t end = 0;
  const QuantityWord* day = view.find(i, Kind::Day, end);
  if (day == nullptr || view.is(end, "'s") || view.gap(i) == WordGap::Quote) return std::nullopt;
  if (!now.published.known()) return reading(i, end, {}, true, "date.day-word");
  const Date date = now.published.day == 0 ? now.published : add_days(now.published, day->value);
  return reading(i, end, date, now.outside, "date.day-word");
}

// "same day", "the following day": from the last day that was named.
std::optional<QuantityReading> read_same_day(const QuantityText& view, int32_t i, const Now& now) {
  if (!view.is(i + 1, "day")) return std::nullopt;
  int64_t days = 0;
  if (view.is_one_of(i, {"next", "following"})) days = 1;
  else if (view.is_one_of(i, {"previous", "preceding"})) days = -1;
  else if (!view.is(i, "same")) return std::nullopt;
  const bool named = now.last_day.day != 0;
  const Date from = named ? now.last_day : now.published;
  const Date date = from.day == 0 ? from : add_days(from, days);
  return reading(i, i + 2, date, !named && now.outside, "date.same-day");
}

// The day that a weekday's name means: the last one, or the next where the sentence speaks of what is to come.
Date resolve_weekday(const QuantityText& view, int64_t wanted, int64_t relative, Date published) {
  if (published.day == 0) return published;
  const int64_t today = weekday(published);
  if (relative > 0 || (relative == 0 && view.points_forward() && today != wanted)) {
    const int64_t ahead = (wanted - today + 7) % 7;
    return add_days(published, ahead == 0 ? 7 : ahead);
  }
  const int64_t back = (today - wanted + 7) % 7;
  return add_days(published, relative < 0 && back == 0 ? -7 : -back);
}

std::optional<QuantityReading> read_weekday(const QuantityText& view, int32_t i, const Now& now) {
  int32_t start = i;
  const QuantityWord* relative = view.find(i, Kind::Relative, start);
  int32_t end = 0;
  const QuantityWord* day = view.find(start, Kind::Weekday, end);
  if (day == nullptr || !view.is_capital(start)) return std::nullopt;
  const int32_t next = skip_comma(view, end);
  std::optional<QuantityReading> full = read_month_first(view, next, now);
  if (!full) full = read_day_first(view, next, now);
  if (full && view.is_digits(full->end - 1)) return full->first = i, full;
  const int64_t side = relative == nullptr ? 0 : relative->value;
  if (!now.published.known()) return reading(i, end, {}, true, "date.weekday");
  const Date date = resolve_weekday(view, day->value, side, now.published);
  return reading(i, end, date, now.outside, "date.weekday");
}

// "this year", "next week", "last month", "this summer", "this morning", "next June".
std::optional<QuantityReading> read_relative(const QuantityText& view, int32_t i, const Now& now) {
  int32_t at = 0;
  const QuantityWord* relative = view.find(i, Kind::Relative, at);
  if (relative == nullptr || view.is_one_of(i, {"past", "recent"})) return std::nullopt;
  int32_t end = 0;
  const Date from = now.published;
  const int64_t side = relative->value;
  if (const QuantityWord* month = view.find(at, Kind::Month, end); month != nullptr && view.is_capital(at)) {
    Date date{from.year, static_cast<int32_t>(month->value), 0};
    if (from.known() && side > 0 && date.month <= from.month) ++date.year;
    if (from.known() && side < 0 && date.month >= from.month) --date.year;
    return reading(i, end, date, now.outside || !from.known(), "date.relative");
  }
  if (view.is(at, "same") || view.is(i, "same")) return std::nullopt;
  if (view.find(at, Kind::Season, end) != nullptr) {
    return reading(i, end, year_of(add_months(from, 12 * side)), now.outside, "date.relative");
  }
  if (view.find(at, Kind::DayPart, end) != nullptr && side == 0) {
    return reading(i, end, from, now.outside, "date.relative");
  }
  if (view.is(at, "week") || view.is(at, "weekend")) {
    const Date date = from.day == 0 ? from : month_of(add_days(from, 7 * side));
    return reading(i, at + 1, date, now.outside, "date.relative");
  }
  if (view.is(at, "month")) {
    const Date date = from.month == 0 ? from : month_of(add_months(from, side));
    return reading(i, at + 1, date, now.outside, "date.relative");
  }
  if (!view.is(at, "year")) return std::nullopt;
  return reading(i, at + 1, year_of(add_months(from, 12 * side)), now.outside, "date.relative");
}

// "five years ago", "two weeks earlier" of the publication.
std::optional<QuantityReading> read_ago(const QuantityText& view, int32_t i, const Now& now) {
  const std::optional<Period> period = read_period(view, i);
  if (!period || !view.is_kind(period->end, Kind::Ago)) return std::nullopt;
  const Date from = now.published;
  const int64_t amount = std::llround(period->amount);
  Date date = from;
  if (period->unit == "Y") date = year_of(add_months(from, -12 * amount));
  else if (period->unit == "M") date = month_of(add_months(from, -amount));
  else if (from.day != 0 && period->unit == "D") date = add_days(from, -amount);
  if (from.day != 0 && period->unit == "D" && amount >= 7) date = month_of(date);
  return reading(i, period->end + 1, date, now.outside || !from.known(), "date.ago");
}

// ---- A part of something

// "21st century" from its word: the middle year, or the last if its end is meant.
std::optional<QuantityReading> read_century_part(const QuantityText& view, int32_t i, int32_t at) {
  const std::optional<Ordinal> ordinal = read_ordinal(view, at);
  if (!ordinal || !view.is(ordinal->end, "century")) return std::nullopt;
  const bool middle = view.is_one_of(i, {"mid", "middle"});
  const bool end = view.is(i, "end");
  if (!middle && !end) return std::nullopt;
  const Date date{static_cast<int32_t>(ordinal->value) * 100 - (middle ? 50 : 0), 0, 0};
  return reading(i, ordinal->end + 1, date, false, "date.century");
}

// "end of the year", "of the century": of the one that runs.
std::optional<QuantityReading> read_running(const QuantityText& view, int32_t i, int32_t at, const Now& now) {
  const Date from = now.published;
  if (view.is(at, "year")) return reading(i, at + 1, year_of(from), now.outside, "date.part");
  if (view.is(at, "month") || view.is(at, "week")) {
    return reading(i, at + 1, month_of(from), now.outside, "date.part");
  }
  if (!from.known()) return std::nullopt;
  if (view.is(at, "decade")) return reading(i, at + 1, {(from.year / 10 + 1) * 10, 0, 0}, true, "date.part");
  if (!view.is(at, "century")) return std::nullopt;
  const int32_t middle = view.is_one_of(i, {"mid", "middle"}) ? 50 : 100;
  return reading(i, at + 1, {from.year / 100 * 100 + middle, 0, 0}, true, "date.part");
}

std::optional<QuantityReading> read_part(const QuantityText& view, int32_t i, const Now& now) {
  int32_t at = 0;
  if (view.find(i, Kind::YearEnd, at) != nullptr) {
    return reading(i, at, year_of(now.published), now.outside, "date.part");
  }
  if (view.find(i, Kind::Part, at) == nullptr) return std::nullopt;
  const bool article = view.is(at, "the");
  if (article || view.is_one_of(at, {"in", "of"})) ++at;
  if (article || view.is_one_of(i, {"mid"})) {
    if (std::optional<QuantityReading> found = read_century_part(view, i, at)) return found;
  }
  std::optional<QuantityReading> found = read_relative(view, at, now);
  if (!found) found = read_month_first(view, at, now);
  if (!found && article) found = read_running(view, i, at, now);
  if (!found && !article) {
    if (view.is_one_of(at, {"this", "current"})) found = read_running(view, i, at + 1, now);
  }
  if (!found && year_at(view, at) != 0) {
    found = reading(i, at + 1, {year_at(view, at), 0, 0}, false, "date.part");
  }
  if (found) found->first = i;
  // The part of a month is more than is inferred of it: only the year is.
  return found;
}

// ---- A bare year

bool is_noun(const QuantityText& view, int32_t i) {
  const Token* token = view.token(i);
  return token != nullptr && (token->upos == Upos::NOUN || token->upos == Upos::PROPN);
}

// Whether the digits are the year of something ("the 2020 election", "Vision 2030") or a number of things.
bool is_label(const QuantityText& view, int32_t i, int32_t end) {
  if (view.is_one_of(i - 1, {"in", "by", "since", "until", "till", "during", "year", "before", "after"})) {
    return false;
  }
  const bool listed = view.is_one_of(i - 1, {"and", "or", ",", "to", "from", "for", "of", "between", "around", "through",
                                             "throughout", "early", "mid", "late", "summer", "spring", "winter",
                                             "autumn", "fall", "toward", "towards", "beyond", "than"});
  if (listed) return is_noun(view, end) && view.gap(end) != WordGap::None;
  return !view.is_one_of(end, {"the", "a", "as"}) || i == view.first() || is_noun(view, i - 1);
}

std::optional<QuantityReading> read_year(const QuantityText& view, int32_t i, const Now&) {
  const int32_t year = year_at(view, i);
  if (year == 0 || year < 1700) return std::nullopt;
  const WordGap before = view.gap(i);
  if (before == WordGap::Hyphen || before == WordGap::Slash) return std::nullopt;
  const int32_t second = year_at(view, i + 1);
  const bool range = second > year && view.gap(i + 1) != WordGap::Space && view.gap(i + 1) != WordGap::None;
  const int32_t end = range ? i + 2 : i + 1;
  if (view.is(end, "%") || view.is_kind(end, Kind::Scale) || view.is(i - 1, "$")) return std::nullopt;
  if (range) {
    const bool named = view.is_capital(i - 1) || (view.is_capital(end) && is_noun(view, end));
    if (named) return std::nullopt;
    std::optional<QuantityReading> found = reading(i, end, {year, 0, 0}, false, "date.years");
    found->value += '/' + std::to_string(second);
    return found;
  }
  if (view.gap(end) == WordGap::Hyphen || is_label(view, i, end)) return std::nullopt;
  return reading(i, end, {year, 0, 0}, false, "date.year");
}

// "summer 2024", "summer of 2024".
std::optional<QuantityReading> read_season(const QuantityText& view, int32_t i, const Now&) {
  int32_t end = 0;
  if (view.find(i, Kind::Season, end) == nullptr) return std::nullopt;
  if (view.is(end, "of")) ++end;
  const int32_t year = year_at(view, end);
  if (year == 0) return std::nullopt;
  return reading(i, end + 1, {year, 0, 0}, false, "date.season");
}

}  // namespace

std::optional<QuantityReading> read_date(const QuantityText& view, int32_t i, const Now& now) {
  using Reader = std::optional<QuantityReading> (*)(const QuantityText&, int32_t, const Now&);
  constexpr Reader kReaders[] = {read_numerals, read_month_first, read_day_first, read_part,
                                 read_ago,      read_day_word,    read_same_day,  read_weekday,
                                 read_relative, read_season,      read_year};
  for (const Reader reader : kReaders) {
    if (std::optional<QuantityReading> found = reader(view, i, now)) return found;
  }
  return std::nullopt;
}

}  // namespace verbale
