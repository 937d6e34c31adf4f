#include "base/dates.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <chrono>
#include <vector>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr auto kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});
constexpr auto kWeekdays = std::to_array<std::string_view>(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"});

// The number of the name that `word` is, or abbreviates with three or more letters ("sept",
// "thurs").
template <class Names>
int number_of(const Names& names, std::string_view word) {
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return 0;
  for (size_t i = 0; i < names.size(); ++i) {
    const bool abbreviates = word.size() <= 5 && names[i].starts_with(word);
    if (word == names[i] || abbreviates) return static_cast<int>(i) + 1;
  }
  return 0;
}

enum class Kind : uint8_t { Number, Word, Mark };
struct Part {
  Kind kind = Kind::Mark;
  size_t begin = 0;
  size_t end = 0;
  int value = 0;  // of a number
  int digits = 0;
  std::string_view text;
};

constexpr size_t kMostParts = 400;  // what is longer is no line with a date

std::vector<Part> split(std::string_view text) {
  std::vector<Part> parts;
  for (size_t at = 0; at < text.size() && parts.size() < kMostParts;) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      at += c.length;
      continue;
    }
    Part part{Kind::Mark, at, at + c.length, 0, 0, {}};
    if (c.value >= '0' && c.value <= '9') {
      part.kind = Kind::Number;
      while (part.end < text.size() && text[part.end] >= '0' && text[part.end] <= '9') ++part.end;
      part.digits = static_cast<int>(part.end - at);
      if (part.digits <= 8) std::from_chars(text.data() + at, text.data() + part.end, part.value);
    } else if (is_letter(c.value) && c.value < 0x2E80) {
      part.kind = Kind::Word;
      while (part.end < text.size()) {
        const CodePoint next = decode_utf8(text, part.end);
        if (!is_letter(next.value) || next.value >= 0x2E80) break;
        part.end += next.length;
      }
    }
    part.text = text.substr(at, part.end - at);
    at = part.end;
    parts.push_back(part);
  }
  return parts;
}

// Tries each form at one part after the other.
class DateFinder {
 public:
  explicit DateFinder(std::string_view text) : parts_(split(text)) {}

  std::optional<DateInText> find() const {
    for (size_t i = 0; i < parts_.size(); ++i) {
      std::optional<DateInText> found = at(i);
      if (found) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<DateInText> at(size_t i) const {
    if (std::optional<DateInText> found = year_first(i)) return found;
    if (std::optional<DateInText> found = month_first(i)) return found;
    if (std::optional<DateInText> found = day_first(i)) return found;
    return numbers_with_year_last(i);
  }

  std::optional<DateInText> made(size_t first, size_t last, int year, int month, int day) const {
    if (!is_day(year, month, day)) return std::nullopt;
    return DateInText{parts_[first].begin, parts_[last].end,
                      fmt::format("{:04}-{:02}-{:02}", year, month, day)};
  }

  // "2023-12-12", "2023/12/12", "2023年12月12日"
  std::optional<DateInText> year_first(size_t i) const {
    if (!is_year(i) || !is_small(i + 2) || !is_small(i + 4)) return std::nullopt;
    const std::string_view mark = parts_[i + 1].text;
    const bool same = (mark == "-" || mark == "/" || mark == ".") && parts_[i + 3].text == mark;
    const bool chinese = mark == "年" && parts_[i + 3].text == "月";
    if (!same && !chinese) return std::nullopt;
    const bool closed = chinese && i + 5 < parts_.size() && parts_[i + 5].text == "日";
    return made(i, closed ? i + 5 : i + 4, value(i), value(i + 2), value(i + 4));
  }

  // "December 12, 2023", "Dec. 12 2023"
  std::optional<DateInText> month_first(size_t i) const {
    const int month = month_at(i);
    if (month == 0) return std::nullopt;
    const size_t day = is(i + 1, ".") ? i + 2 : i + 1;
    if (!is_small(day)) return std::nullopt;
    size_t year = after_ordinal(day);
    if (is(year, ",")) ++year;
    if (!is_year(year)) return std::nullopt;
    return made(i, year, value(year), month, value(day));
  }

  // "12 December 2023", "12th of December, 2023", "12 tháng 12 năm 2023"
  std::optional<DateInText> day_first(size_t i) const {
    if (!is_small(i)) return std::nullopt;
    size_t next = after_ordinal(i);
    if (is(next, "of") || is(next, "-")) ++next;
    int month = month_at(next);
    if (month == 0 && is(next, "tháng") && is_small(next + 1)) month = value(++next);
    if (month == 0) return std::nullopt;
    ++next;
    while (is(next, ".") || is(next, ",") || is(next, "-") || is(next, "năm")) ++next;
    if (!is_year(next)) return std::nullopt;
    return made(i, next, value(next), month, value(i));
  }

  // "12.12.2023", "25/12/2023", "12/25/2023"
  std::optional<DateInText> numbers_with_year_last(size_t i) const {
    if (!is_small(i) || !is_small(i + 2) || !is_year(i + 4)) return std::nullopt;
    const std::string_view mark = parts_[i + 1].text;
    if ((mark != "." && mark != "/" && mark != "-") || parts_[i + 3].text != mark) {
      return std::nullopt;
    }
    const int first = value(i);
    const int second = value(i + 2);
    if (first > 12 || first == second || mark == ".")
      return made(i, i + 4, value(i + 4), second, first);
    if (second > 12) return made(i, i + 4, value(i + 4), first, second);
    return std::nullopt;
  }

  bool is(size_t i, std::string_view text) const {
    return i < parts_.size() && parts_[i].text == text;
  }
  bool is_year(size_t i) const {
    return i < parts_.size() && parts_[i].kind == Kind::Number && parts_[i].digits == 4;
  }
  bool is_small(size_t i) const {
    return i < parts_.size() && parts_[i].kind == Kind::Number && parts_[i].digits <= 2;
  }
  int value(size_t i) const { return parts_[i].value; }
  int month_at(size_t i) const {
    if (i >= parts_.size() || parts_[i].kind != Kind::Word) return 0;
    return month_number(to_lower(parts_[i].text));
  }
  size_t after_ordinal(size_t day) const {
    const bool ordinal =
        is(day + 1, "st") || is(day + 1, "nd") || is(day + 1, "rd") || is(day + 1, "th");
    return day + (ordinal ? 2 : 1);
  }

  std::vector<Part> parts_;
};

std::chrono::year_month_day calendar_day(int year, int month, int day) {
  return std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) /
         std::chrono::day(static_cast<unsigned>(day));
}

}  // namespace

int month_number(std::string_view word) { return number_of(kMonths, word); }
int weekday_number(std::string_view word) { return number_of(kWeekdays, word); }

bool is_day(int year, int month, int day) {
  if (year < 1800 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  return calendar_day(year, month, day).ok();
}

bool is_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  int parts[3] = {0, 1, 1};
  int part = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (kForm[i] == 'd' ? !digit : text[i] != kForm[i]) return false;
    if (!digit) {
      parts[++part] = 0;
    } else {
      parts[part] = parts[part] * 10 + (text[i] - '0');
    }
  }
  // The calendar repeats itself after 400 years: a filter may reach beyond those that is_day knows.
  return is_day(1800 + (parts[0] + 200) % 400, parts[1], parts[2]);
}

int weekday_of(int year, int month, int day) {
  const std::chrono::weekday weekday{std::chrono::sys_days(calendar_day(year, month, day))};
  return static_cast<int>(weekday.iso_encoding());
}

std::optional<DateInText> find_date(std::string_view text) { return DateFinder(text).find(); }

std::string iso_date(std::string_view given) {
  if (const std::optional<DateInText> found = find_date(given)) return found->iso;
  const std::vector<Part> parts = split(given);
  for (const Part& part : parts) {
    if (part.kind != Kind::Number || part.digits != 8) continue;
    const int year = part.value / 10000;
    const int month = part.value / 100 % 100;
    const int day = part.value % 100;
    if (is_day(year, month, day)) return fmt::format("{:04}-{:02}-{:02}", year, month, day);
  }
  return {};
}

}  // namespace verbale
