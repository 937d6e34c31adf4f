// What a list does not show by itself: that nothing was found, that texts without a date are left out
// where days are asked for. On standard error.
#pragma once

#include "store/lists.h"

namespace verbale {

void note_left_out(const Record& record, const EntryFilter& filter, bool nothing_found);

}  // namespace verbale
