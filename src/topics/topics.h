// What was talked about with no content given.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.topics. Needs parse, statements, actors.
void find_topics(Document& document, const Knowledge& knowledge);

}  // namespace verbale
