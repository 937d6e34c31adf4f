// Days of the proleptic Gregorian calendar and their ISO 8601 forms.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace verbale {

// month and day are 0 where they are not known.
struct Date {
  int32_t year = 0;
  int32_t month = 0;
  int32_t day = 0;
  bool known() const { return year != 0; }
  friend bool operator==(const Date&, const Date&) = default;
};

// "2024", "2024-08" or "2024-08-19"; a date without a year is "--08-19" or "--08", without anything "".
std::string to_iso(Date date);
// Reads the first three forms; nullopt for anything else and for days that are in no calendar.
std::optional<Date> date_from_iso(std::string_view text);

int32_t days_in_month(int32_t year, int32_t month);
bool is_valid(Date date);
// 1 is Monday, 7 Sunday. Needs a full date.
int32_t weekday(Date date);
// Needs a full date.
Date add_days(Date date, int64_t days);
// Keeps what is known of the date; the day is cut to the month's length.
Date add_months(Date date, int64_t months);

}  // namespace verbale
