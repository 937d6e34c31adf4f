// Points in time: days, months, years.
#pragma once

#include <optional>

#include "quantities/reading.h"
#include "quantities/quantity_text.h"

namespace verbale {

// The date that starts at word i: "August 19", "end of this year", "two years ago", "2025", "Monday".
std::optional<QuantityReading> read_date(const QuantityText& view, int32_t i, const Now& now);

}  // namespace verbale
