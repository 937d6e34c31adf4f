// Persons' marks: each on its words, its entry and its evidence there.
#pragma once

#include "store/database.h"
#include "verify/checks.h"

namespace verbale {

// A mark on a text that was taken out waits for it to come back: nothing can be proved of it. Returns
// how many were proved or failed.
size_t check_marks(const Database& database, const FindingSink& report);

}  // namespace verbale
