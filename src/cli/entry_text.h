// One entry for reading: what it says, and the lines of its text with its words marked.
#pragma once

#include <string>

#include "answers/why.h"
#include "base/json_value.h"
#include "store/lists.h"

namespace verbale {

// "speaker  to-lam", "act  directive", ... one a line.
std::string fields_of(const FoundEntry& found, const JsonValue& body);

// Its kind, id and origin; that it is an orphan or took the place of the id asked for.
std::string head_of(const FoundEntry& found);

// A kind, an id, and what is to be said of it, one line each.
std::string lines_of(std::string_view layer, std::string_view id,
                     const std::vector<Reason>& lines);

// The lines in which its strings stand, with those strings marked: by colour on a terminal, else [so].
std::string evidence_of(const FoundEntry& found, const JsonValue& body);

// Where it comes from: document, date, outlet, side, and the others that print the same text.
std::string origin_of(const FoundEntry& found);

}  // namespace verbale
