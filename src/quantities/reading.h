// What the readers of quantities share: their answer, and the point in time they resolve against.
#pragma once

#include <string>
#include <string_view>

#include "quantities/calendar.h"
#include "record/document.h"

namespace verbale {

// One quantity at words [first, end).
struct QuantityReading {
  QuantityKind kind = QuantityKind::Count;
  int32_t first = 0;
  int32_t end = 0;
  std::string value;
  bool inferred = false;
  std::string_view rule;
  bool anaphoric = false;  // "the four areas": points back to what was told
};

// When the document speaks.
struct Now {
  Date published;         // unknown: all zero
  bool outside = false;   // known from outside the text: what is resolved by it is inferred
  int32_t year = 0;       // where nothing but the year is known, from the offices of those named
  Date last_day;          // the last full date read before, for "the same day"
};

}  // namespace verbale
