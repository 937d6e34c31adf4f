// Proves persons' decisions: each by its id, its words at their place in the text of that id, the
// entry's id from text, layer and place; and that what was decided is what the record says: each field of the entry,
// that it is there where a person keeps it, and not where a person rejects it.
#pragma once

#include "store/database.h"
#include "verify/checks.h"

namespace verbale {

struct CheckedDecisions {
  size_t proved = 0;
  size_t unfit = 0;  // that do not fit their text (record/decision_check.h): they have no effect
};

// Those about a text that is not in the record wait for it. Throws DatabaseError.
CheckedDecisions check_decisions(const Database& database, const FindingSink& report);

}  // namespace verbale
