// Rows of the lists as the JSON of the contract: what `--json` prints and the page is given.
#pragma once

#include <string>
#include <string_view>

#include "base/json_or_null.h"
#include "record/person_mark.h"
#include "store/lists.h"
#include "store/search.h"

namespace verbale {

void write_document(JsonWriter& json, const ListedDocument& document);

// The entry as `read --json` has it, with where it comes from in front.
std::string entry_row(const ListedEntry& entry);

// One entry with the documents that print its text (`show --json`).
void write_found_entry(JsonWriter& json, const FoundEntry& found);

void write_hit(JsonWriter& json, const SearchHit& hit);

void write_mark(JsonWriter& json, const PersonMark& mark);

}  // namespace verbale
