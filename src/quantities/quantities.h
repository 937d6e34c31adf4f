// Dates and numbers that matter to the record, as ISO 8601 values.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.quantities, in text order. Needs tokens with tags, words, names, frameworks and
// publication.published.
void find_quantities(Document& document, const Knowledge& knowledge);

}  // namespace verbale
