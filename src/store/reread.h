// What becomes of ids when a text is read again.
//
// A claim of the same layer that overlaps an older one by half of their joint characters keeps its id
// and its anchor; each id goes to one claim, the best overlap first. Where none overlaps by half, the one
// with the same anchor keeps it: only its boundary has moved. Another old id leads to its
// successor, the claim that overlaps it most, or to none: then it is an orphan, shown as such. An entry that
// persons decided about keeps its id wherever they moved it, and one that they rejected leads nowhere.
#pragma once

#include <string>
#include <vector>

#include "store/reading.h"

namespace verbale {

struct OldEntry {
  Layer layer = Layer::Statement;
  ClaimId id;
  uint32_t start = 0;  // code points, as EntryColumns
  uint32_t end = 0;
  std::string key;
  std::string body;
};

struct RetiredEntry {
  OldEntry entry;
  std::string successor;  // id; empty: an orphan
  bool rejected = false;  // by a person
};

// Gives the entries of `reading` the ids they keep and writes its bodies anew where one changed.
// Returns the old entries that nothing kept.
std::vector<RetiredEntry> keep_ids(Reading& reading, const std::vector<OldEntry>& old);

}  // namespace verbale
