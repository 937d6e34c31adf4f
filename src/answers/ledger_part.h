// What an id of the ledger stands for that is no claim of the record: the second thing of one claim
// (".2"), words that no claim holds ("n-"), a mention in a thread ("a~b").
#pragma once

#include <string>

#include "answers/materials.h"
#include "ledger/candidates.h"
#include "store/lists.h"

namespace verbale {

struct LedgerPart {
  std::string id;        // of the entry, as the ledger prints it
  std::string thread;    // behind "~": id of the thread that it is mentioned in; else empty
  Document document;     // read
  Candidate candidate;   // into `document`
};

// Has the id one of these forms?
bool names_part(const std::string& id);

// The text is read again: the same version finds the same parts. An error: there is none.
Result<LedgerPart> find_part(const Record& record, const std::string& id,
                             const LedgerMaterials& materials);

// The document of that name or id, or one that prints the text of that id ("x-").
Result<ListedDocument> find_listed(const Record& record, const std::string& name);

}  // namespace verbale
