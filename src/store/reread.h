// What becomes of ids when a text is read again.
//
// A claim of the same layer that overlaps an older one by half of their joint characters keeps its id
// and its anchor; each id goes to one claim, the best overlap first. Where none overlaps by half, the one
// with the same anchor keeps it: only its boundary has moved. Another old id leads to its
// successor, the claim that overlaps it most, or to none: then it is an orphan, shown as such. An entry that
// persons decided about keeps its id wherever they moved it, and one that they rejected leads nowhere. When all that
// they decided is withdrawn, ids are those of the entries as they were before: what follows from a decided entry may
// have moved far meanwhile.
#pragma once

#include <optional>
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

// Is there a decision about the text that counts: not withdrawn, and no comment?
bool is_decided(const Reading& reading);

// The entries that `reading` is about to replace, and what is known of those before any decision.
struct EarlierEntries {
  std::vector<OldEntry> standing;
  std::optional<std::vector<OldEntry>> undecided;  // where decisions have changed what stands; without bodies
  // Decisions were in effect and what was before is not known: an entry that was decided about keeps its id even
  // now that none is.
  bool before_unknown = false;
};

// Gives the entries of `reading` the ids they keep and writes its bodies anew where one changed.
// Returns the standing entries whose ids nothing kept.
std::vector<RetiredEntry> keep_ids(Reading& reading, const EarlierEntries& earlier);

}  // namespace verbale
