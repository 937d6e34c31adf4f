// What was signed or issued.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.instruments. Needs parse, actors, quantities.
void find_instruments(Document& document, const Knowledge& knowledge);

}  // namespace verbale
