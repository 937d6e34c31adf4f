// How long a visit lasted, as its account says: "from April 14 to 15", "June 28-30", "began a
// two-day visit on Monday", "ending a three-day visit".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/days.h"
#include "record/document.h"

namespace verbale {

struct ToldStay {
  int32_t from = kNoDay;  // first and last day, where the account tells them or they follow from
  int32_t to = kNoDay;    // one of them and the length
  int32_t days = 0;       // its length; 0: not told
};

// As an interval of ISO 8601, the form in which it is stored: "2025-04-14/2025-04-15",
// "2025-04-14/..", "P3D"; empty: nothing is told. And back.
std::string stay_text(const ToldStay& stay);
ToldStay stay_from_text(std::string_view text);

// Of the visit told at `visit` (Meeting::text), from its sentence alone. Quantities have been read.
ToldStay read_stay(const Document& document, Span visit);

}  // namespace verbale
