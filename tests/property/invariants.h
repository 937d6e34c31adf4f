// What must be true of the record of any document, whatever its text.
#pragma once

#include <string>
#include <vector>

#include "record/document.h"

namespace verbale {

// A line for each broken invariant; empty: all hold.
std::vector<std::string> broken_invariants(const Document& document);

}  // namespace verbale
