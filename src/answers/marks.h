// A person's mark on an undertaking, from what he gives of it.
#pragma once

#include <string>

#include "answers/materials.h"
#include "record/person_mark.h"
#include "store/lists.h"

namespace verbale {

struct MarkWish {
  std::string id;     // of an undertaking or an entry of the ledger
  std::string value;  // "-1", "0", "+1", "1" to "3"; "none": the mark is to be taken back
  std::string scale;  // "compliance", "implementation"; empty: as the value tells
  std::string evidence;  // id of an entry, or name or id of a document
  std::string date;      // empty: that of the evidence
};

// Does the id name a part of a claim ("c-4h1.2")? Then the materials are needed to find it.
bool names_part(const std::string& id);

// The mark with the words it stands on. `materials` may be null where the id names no part.
Result<PersonMark> make_mark(const Record& record, const MarkWish& wish,
                             const LedgerMaterials* materials);

}  // namespace verbale
