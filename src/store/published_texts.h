// The texts of the record as they are published, without their entries.
#pragma once

#include <vector>

#include "base/error.h"
#include "record/document.h"
#include "store/lists.h"

namespace verbale {

// The documents that `filter` lets through, by date, name and id: name, text, outlet, date and
// furniture are filled in, nothing else. Where several print one text, each is there.
Result<std::vector<Document>> load_published_texts(const Record& record, const EntryFilter& filter);

}  // namespace verbale
