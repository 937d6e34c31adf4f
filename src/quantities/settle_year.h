// The year of a report that gives dates without one, from the offices of those it names.
#pragma once

#include "knowledge/knowledge.h"
#include "quantities/calendar.h"
#include "record/document.h"

namespace verbale {

// The only year in which everybody held on that day (month and day known) the offices that the text gives him;
// 0 where no year or more than one fits, or nobody with a known office is named.
int32_t settle_year(const Document& document, const Knowledge& knowledge, Date day);

}  // namespace verbale
