// Proves the meetings and visits across documents: that each report is what its text's entry says, and that what is
// joined follows from the reports.
#pragma once

#include "store/database.h"
#include "verify/verify.h"

namespace verbale {

// Throws DatabaseError.
void check_meetings(const Database& database, const FindingSink& report);

}  // namespace verbale
