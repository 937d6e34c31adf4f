// Full dates as people write them. A date without a year is none here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace verbale {

struct DateInText {
  size_t begin = 0;  // bytes of the text searched
  size_t end = 0;
  std::string iso;  // "2023-12-12"
};

// The first full date: "2023-12-12", "2023/12/12", "December 12, 2023", "Dec. 12 2023", "12th
// December, 2023", "12.12.2023" (day first), "12/25/2023", "2023年12月12日", "ngày 12 tháng 12 năm
// 2023". With slashes, where day and month could change places, it is no date: nothing is guessed.
std::optional<DateInText> find_date(std::string_view text);

// The same for a date given as metadata, which may also be "20231212" or start a time stamp
// ("2023-12-12T08:00:00Z"). Empty where there is none.
std::string iso_date(std::string_view given);

// Is such a day in the calendar (years 1800 to 2199)?
bool is_day(int year, int month, int day);

// A year, a month or a day of the calendar, whole or cut: "2024", "2024-08", "2024-08-19".
bool is_date(std::string_view text);

// 1 to 12 for "december", "dec", "dec."; 0 where it is no month. Lower case.
int month_number(std::string_view word);
// 1 Monday to 7 Sunday, also "mon", "tues."; 0 where it is no weekday. Lower case.
int weekday_number(std::string_view word);
// Of a day of the calendar, 1 Monday to 7 Sunday.
int weekday_of(int year, int month, int day);

}  // namespace verbale
