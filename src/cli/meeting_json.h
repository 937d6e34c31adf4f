// A meeting of the record in the form of `meetings --json` (the contract).
#pragma once

#include <string>

#include "store/lists.h"

namespace verbale {

// One meeting with the publications of its text as its accounts. `role` is a plain string.
std::string meeting_json(const ListedEntry& meeting, const std::vector<ListedDocument>& publications);

}  // namespace verbale
