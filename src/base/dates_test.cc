#include "base/dates.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Dates, WholeOrCutButOfTheCalendar) {
  for (const char* date : {"2024", "2024-08", "2024-08-19", "2024-02-29", "1648-10-24", "9999"})
    EXPECT_TRUE(is_date(date)) << date;
  for (const char* none : {"", "24", "2024-", "2024-13", "2024-00", "2024-8", "2023-02-29", "2024-04-31",
                           "2024-99-99", "2024/08", "2024-08-19T", "not a date", "202a"})
    EXPECT_FALSE(is_date(none)) << none;
}

}  // namespace
}  // namespace verbale
