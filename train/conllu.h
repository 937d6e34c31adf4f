// A document's trees in CoNLL-U, to look at and to compare.
#pragma once

#include <string>

#include "record/document.h"

namespace verbale {

std::string write_conllu(const Document& document);

}  // namespace verbale
