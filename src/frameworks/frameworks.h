// Frameworks: what is referred to by name.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.frameworks, in text order. Needs tokens with tags, words, and names.
void find_frameworks(Document& document, const Knowledge& knowledge);

}  // namespace verbale
