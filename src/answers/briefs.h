// Briefs from the record: of a meeting or visit, or of the relationship of states.
#pragma once

#include <string>
#include <vector>

#include "answers/materials.h"
#include "paper/page.h"
#include "store/lists.h"

namespace verbale {

// `id`: of a meeting or visit that some document gives an account of.
Result<Page> brief_of_meeting(const Record& record, const std::string& id,
                              const LedgerMaterials& materials, int threads);

// `states`: alpha-3, two or more.
Result<Page> brief_of_states(const Record& record, const std::vector<std::string>& states,
                             const LedgerMaterials& materials, int threads);

}  // namespace verbale
