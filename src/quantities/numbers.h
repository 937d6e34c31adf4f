// Numbers in words and digits.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "quantities/quantity_text.h"

namespace verbale {

struct Number {
  double value = 0;
  int32_t end = 0;       // word after it
  bool digits = false;   // starts with a digit
  bool scaled = false;   // "million", "dozen" stand in it
};

// "36", "3.5 million", "twenty-five", "three hundred and ten", "half a million", "a dozen"; of "a" alone nothing.
std::optional<Number> read_number(const QuantityText& view, int32_t i);

struct Ordinal {
  int64_t value = 0;
  int32_t end = 0;
};
// "third", "15th", "twenty-first".
std::optional<Ordinal> read_ordinal(const QuantityText& view, int32_t i);

// Digits with thousands commas and decimals, nothing else in the word ("1,000", "3.5"); nullopt otherwise.
std::optional<double> digits_value(std::string_view word);

// Without exponent and trailing zeros, three decimals at most: "3500000", "1.25".
std::string number_text(double value);

}  // namespace verbale
