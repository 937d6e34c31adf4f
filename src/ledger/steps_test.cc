#include "ledger/steps.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Steps, AYearAndAMonthEndOnTheirLastDay) {
  EXPECT_EQ(last_day("2025"), "2025-12-31");
  EXPECT_EQ(last_day("2024-02"), "2024-02-29");
  EXPECT_EQ(last_day("2024-08-19"), "2024-08-19");
  EXPECT_EQ(last_day("2024-02-30"), "");
  EXPECT_EQ(last_day(""), "");
}

TEST(Steps, ADurationIsCountedFromTheDay) {
  EXPECT_EQ(day_after("2025-04-14", "P3Y"), "2028-04-14");
  EXPECT_EQ(day_after("2024-01-31", "P1M"), "2024-02-29");
  EXPECT_EQ(day_after("2024-12-30", "P1W"), "2025-01-06");
  EXPECT_EQ(day_after("2024-12-30", "P5D"), "2025-01-04");
  EXPECT_EQ(day_after("2024", "P5D"), "");
  EXPECT_EQ(day_after("2024-12-30", "PT1H"), "");
  EXPECT_EQ(day_after("2024-12-30", "P99999999999Y"), "");
}

}  // namespace
}  // namespace verbale
