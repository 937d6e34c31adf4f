// Tells by few characters whether two copies of a text's entries come from one reading of it.
#pragma once

#include <set>
#include <span>
#include <string>

#include "record/decision.h"

namespace verbale {

// Entries that a person made, not the reader: nothing stood there when the first decided.
bool is_made_by_person(std::span<const Decision> decisions, const std::string& entry);

// Eight characters from the ids of the entries that the reader found, whatever persons have decided since: `entries` are
// those of the record as it stands, without undertakings (which come and go with what is said of their statements);
// `decisions` all of the text.
std::string reading_mark(std::set<std::string> entries, std::span<const Decision> decisions);

}  // namespace verbale
