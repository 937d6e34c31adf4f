// A document's record for reading on the terminal.
#pragma once

#include <string>

#include "record/document.h"

namespace verbale {

// Who met, who said what, what was agreed: one block a layer, with the words of the document.
std::string readable_record(const Document& document);

}  // namespace verbale
