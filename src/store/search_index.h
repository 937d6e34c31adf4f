// The index of all passages, kept by the tables it is made from: whatever changes a text's entries or publications puts
// the text among `stale_texts` (triggers of the schema), and before the change is committed its passages are indexed anew.
#pragma once

#include <cstdint>

#include "store/database.h"

namespace verbale {

// Indexes all texts that are stale. Within a transaction that is open it is part of it; else in transactions of its own,
// so that what was done stays done when it is cut short. Throws DatabaseError.
void index_stale_texts(const Database& database);

// Takes a text's passages out of the index, before the text goes.
void remove_from_index(const Database& database, int64_t text);

}  // namespace verbale
