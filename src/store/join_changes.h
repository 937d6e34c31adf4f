// Writes joined meetings and visits to the record: only rows that differ, and leads from the ids that went.
#pragma once

#include <span>

#include "store/database.h"
#include "visits/visits.h"

namespace verbale {

// `reports` are all of the record, `joined` what follows from them. Throws DatabaseError.
void write_joined(const Database& database, std::span<const MeetingReport> reports, const Joined& joined);

}  // namespace verbale
