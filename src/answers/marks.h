// A person's mark on an undertaking, from what he gives of it.
#pragma once

#include <string>

#include "answers/materials.h"
#include "record/person_mark.h"
#include "store/lists.h"

namespace verbale {

struct MarkWish {
  std::string id;        // of an undertaking or an entry of the ledger
  std::string value;     // "-1", "0", "+1", "1" to "3"; "none": the mark is to be taken back
  std::string scale;     // "compliance", "implementation"; empty: as the value tells
  std::string evidence;  // id of an entry, or name or id of a document
  std::string date;      // empty: that of the evidence
};

// The mark with the words it stands on. `materials` may be null where the id names no part
// (answers/ledger_part.h).
Result<PersonMark> make_mark(const Record& record, const MarkWish& wish,
                             const LedgerMaterials* materials);

}  // namespace verbale
