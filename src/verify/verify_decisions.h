// Proves persons' decisions: each by its id, its words at their place in the text of that id, the
// entry's id from text, layer and place; and that what was decided is what the record says.
#pragma once

#include "store/database.h"
#include "verify/checks.h"

namespace verbale {

// Returns how many were proved; those about a text that is not in the record wait for it. Throws
// DatabaseError.
size_t check_decisions(const Database& database, const FindingSink& report);

}  // namespace verbale
