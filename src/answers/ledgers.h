// The ledger of states, from the record or from documents at hand.
#pragma once

#include <string>
#include <vector>

#include "answers/materials.h"
#include "store/lists.h"

namespace verbale {

struct AskedLedger {
  std::vector<Document> documents;
  Ledger ledger;
  // What is to be said besides: documents left out, languages that are not read yet.
  std::vector<std::string> notes;
};

// `states`: alpha-3, sorted; none: those that met most. With persons' marks and the record's own ids of
// visits and meetings.
Result<AskedLedger> ledger_of_record(const Record& record, std::vector<std::string> states,
                                     const LedgerFilter& filter, const LedgerMaterials& materials,
                                     int threads);

// Of documents that were read. A meeting that may be of other states is left out, and said.
AskedLedger ledger_of_documents(std::vector<Document> documents, std::vector<std::string> states,
                                const LedgerFilter& filter, const LedgerMaterials& materials);

}  // namespace verbale
