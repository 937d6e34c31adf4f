#include "quantities/calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>

namespace verbale {
namespace {

std::chrono::sys_days sys_days(Date date) {
  return std::chrono::year_month_day(std::chrono::year(date.year),
                                     std::chrono::month(static_cast<unsigned>(date.month)),
                                     std::chrono::day(static_cast<unsigned>(date.day)));
}

bool read_digits(std::string_view text, int32_t& number) {
  if (!std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) return false;
  return std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
}

}  // namespace

std::string to_iso(Date date) {
  if (!date.known()) {
    if (date.month == 0) return {};
    return date.day == 0 ? fmt::format("--{:02}", date.month)
                         : fmt::format("--{:02}-{:02}", date.month, date.day);
  }
  if (date.month == 0) return fmt::format("{:04}", date.year);
  if (date.day == 0) return fmt::format("{:04}-{:02}", date.year, date.month);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::optional<Date> date_from_iso(std::string_view text) {
  Date date;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if (!read_digits(text.substr(0, 4), date.year) || date.year == 0) return std::nullopt;
  if (text.size() >= 7 && (text[4] != '-' || !read_digits(text.substr(5, 2), date.month) || date.month == 0)) return std::nullopt;
  if (text.size() == 10 && (text[7] != '-' || !read_digits(text.substr(8, 2), date.day) || date.day == 0)) return std::nullopt;
  return is_valid(date) ? std::optional(date) : std::nullopt;
}

int32_t days_in_month(int32_t year, int32_t month) {
  constexpr int32_t kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
  return month == 2 && leap ? 29 : kDays[month - 1];
}

bool is_valid(Date date) {
  if (date.month < 0 || date.month > 12 || date.day < 0) return false;
  return date.month == 0 ? date.day == 0 : date.day <= days_in_month(date.year, date.month);
}

int32_t weekday(Date date) {
  return static_cast<int32_t>(std::chrono::weekday(sys_days(date)).iso_encoding());
}

Date add_days(Date date, int64_t days) {
  const std::chrono::year_month_day moved(sys_days(date) + std::chrono::days(days));
  return {static_cast<int32_t>(moved.year()), static_cast<int32_t>(static_cast<unsigned>(moved.month())),
          static_cast<int32_t>(static_cast<unsigned>(moved.day()))};
}

Date add_months(Date date, int64_t months) {
  const int64_t total = int64_t{date.year} * 12 + std::max(date.month, 1) - 1 + months;
  Date moved = date;
  moved.year = static_cast<int32_t>(total / 12);
  if (date.month != 0) moved.month = static_cast<int32_t>(total % 12) + 1;
  if (date.day != 0) moved.day = std::min(date.day, days_in_month(moved.year, moved.month));
  return moved;
}

}  // namespace verbale
