// Counts and ordinals with their noun, sums of money.
#pragma once

#include <optional>

#include "quantities/reading.h"
#include "quantities/quantity_text.h"

namespace verbale {

// "36 cooperation documents", "two million vaccine doses", "30 percent".
std::optional<QuantityReading> read_count(const QuantityText& view, int32_t i);

// "third visit", "15th anniversary"; "first two meetings" is a count of two.
std::optional<QuantityReading> read_ordinal_with_noun(const QuantityText& view, int32_t i);

// "more than $65 million", "500 million yuan": the value is "65000000 USD".
std::optional<QuantityReading> read_money(const QuantityText& view, int32_t i);

}  // namespace verbale
