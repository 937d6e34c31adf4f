// What is worked out from the whole record, proved like the record itself: comparisons, ledgers, names
// and set phrases are made as their commands make them, and each place in them is looked at.
#pragma once

#include "answers/materials.h"
#include "store/lists.h"
#include "verify/verify.h"

namespace verbale {

// Reads every text of the record again. Failures go to `report`; returns how many strings were proved.
Result<size_t> prove_worked_out(const Record& record, const LedgerMaterials& materials, int threads,
                                const FindingSink& report);

}  // namespace verbale
