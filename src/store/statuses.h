// Persons' marks on undertakings, kept in the record. They belong to words of a text, not to a
// reading of it: nothing that reads again, renames or takes out documents touches them.
#pragma once

#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/person_mark.h"
#include "store/lists.h"
#include "store/store.h"

namespace verbale {

// All marks, by date, entry and the order in which they were set.
Result<std::vector<PersonMark>> read_marks(const Record& record);

}  // namespace verbale
