// A document of the record as it was loaded, before it was read.
#pragma once

#include <string_view>

#include "store/database.h"
#include "store/reading.h"

namespace verbale {

struct StoredReading {
  Document document;    // with what persons set laid over what came with it, and what they decided
  Admission admission;  // to add it again under
};

// By the publication's name or id; it must be there. Throws DatabaseError.
StoredReading load_stored(const Database& database, std::string_view publication);

}  // namespace verbale
