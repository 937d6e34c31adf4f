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
  // 1 Monday to 7 Sunday, where an account without a date tells no more than that of its first or
  // last day; 0: not so.
  int from_weekday = 0;
  int to_weekday = 0;
};

// As an interval of ISO 8601, the form in which it is stored: "2025-04-14/2025-04-15",
// "2025-04-14/..", "P3D", "P3D/-W-2" (three days, the last a Tuesday); empty: nothing is told. And
// back.
std::string stay_text(const ToldStay& stay);
ToldStay stay_from_text(std::string_view text);

// Of the visit told at `visit` (Meeting::text): from its sentence, and where that tells no day, from
// what the document says elsewhere of its one visit ("the two-day visit", "the visit lasts until
// Friday"). Quantities have been read.
ToldStay read_stay(const Document& document, Span visit);

}  // namespace verbale
