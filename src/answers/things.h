// Whatever an id stands for that some list prints and that is no entry, meeting or visit: a document
// or text, a part of a claim that the ledger cuts, a point of a comparison, an actor in all
// documents, a set phrase, a name.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "answers/materials.h"
#include "answers/why.h"
#include "store/lists.h"

namespace verbale {

struct Thing {
  std::string layer;              // "document", "part", "point", "actor", "phrase", "name"
  std::string id;
  std::vector<Reason> says;       // what it is, a line each
  std::vector<Reason> reasons;    // why it was made
  std::optional<Document> document;  // of a document or text: itself, read
  std::string json;               // as the list has it
};

// Points, phrases and names are worked out from the whole record. An error: nothing has that id.
Result<Thing> find_thing(const Record& record, const std::string& id,
                         const LedgerMaterials& materials, const RuleTexts& rules);

// As `show --json` and `explain --json`.
std::string thing_to_json(const Thing& thing);
std::string thing_why_to_json(const Thing& thing);

}  // namespace verbale
