// ISO dates, whole or cut.
#pragma once

#include <chrono>
#include <string_view>

namespace verbale {

// "2024", "2024-08" or "2024-08-19", with a month and day that the calendar has.
inline bool is_iso_date(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    if (kForm[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != kForm[i]) return false;
  }
  const auto number = [text](size_t at, size_t digits) {
    int value = 0;
    for (const char c : text.substr(at, digits)) value = value * 10 + (c - '0');
    return value;
  };
  const std::chrono::month month(text.size() < 7 ? 1u : static_cast<unsigned>(number(5, 2)));
  const std::chrono::day day(text.size() < 10 ? 1u : static_cast<unsigned>(number(8, 2)));
  return std::chrono::year_month_day(std::chrono::year(number(0, 4)), month, day).ok();
}

}  // namespace verbale
