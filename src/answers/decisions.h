// Decisions of the record, listed with the documents that they are about.
#pragma once

#include <string>
#include <vector>

#include "record/decision.h"
#include "store/decision_rows.h"
#include "store/lists.h"

namespace verbale {

struct ListedDecision {
  Decision decision;
  std::string
      document;  // name of the one that speaks for the text; empty: the text is not in the record
};

// In the order in which they were made.
Result<std::vector<ListedDecision>> list_decisions(const Record& record,
                                                   const DecisionFilter& filter);

// The decision and the entry as it now stands, as `show --json` has it; null where there is none.
std::string decided_to_json(const Decision& decision, const FoundEntry* entry);

}  // namespace verbale
