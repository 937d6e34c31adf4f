// The tables of the record and how older records become newer ones. docs/record.md explains them.
#pragma once

#include <string>

#include "store/database.h"

namespace verbale {

inline constexpr int kSchemaVersion = 6;

// Opens the record at `path`. For writing it is created if it is not there and brought to the newest
// schema; for reading it must be there. Throws DatabaseError: no record, made by a newer verbale, and
// all that describe_failure knows.
Database open_record(const std::string& path, Database::Mode mode);

}  // namespace verbale
