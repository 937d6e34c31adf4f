#include "base/days.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace verbale {

int32_t day_number(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return kNoDay;
  int year = 0;
  unsigned month = 0;
  unsigned day = 0;
  const auto read = [&](size_t at, size_t length, auto& value) {
    const std::from_chars_result result = std::from_chars(iso.data() + at, iso.data() + at + length, value);
    return result.ec == std::errc() && result.ptr == iso.data() + at + length;
  };
  if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return kNoDay;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return kNoDay;
  return static_cast<int32_t>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string iso_day(int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace verbale
