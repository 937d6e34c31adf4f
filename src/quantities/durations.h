// Lengths of time: a number of units.
#pragma once

#include <optional>
#include <string>

#include "quantities/reading.h"
#include "quantities/quantity_text.h"

namespace verbale {

struct Period {
  double amount = 0;      // of `unit`
  std::string_view unit;  // "D", "M", "Y", "TH", "TM", "TS"
  int32_t first = 0;
  int32_t end = 0;        // word after it
};

// A number and a unit, "more than a year" and "half an hour" among them.
std::optional<Period> read_period(const QuantityText& view, int32_t i);

// ISO 8601: "P3Y", "PT1H30M".
std::string period_text(const Period& period);

// "three-day", "next three years", "nearly four decades", "an hour and a half".
std::optional<QuantityReading> read_duration(const QuantityText& view, int32_t i);

}  // namespace verbale
