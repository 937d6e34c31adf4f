// How much the words of a query stand in a passage.
#pragma once

#include "store/database.h"

namespace verbale {

// Makes the function closeness(TABLE) known to FTS5. Its value is a whole number, larger for passages that have more of
// the query's rarer words more often: the sum over phrases of log(1 + N / n) * tf / (tf + 1), in millionths. N and n
// are counted up to a bound, so that a frequent word costs no more than others. Throws DatabaseError.
void register_closeness(const Database& database);

}  // namespace verbale
