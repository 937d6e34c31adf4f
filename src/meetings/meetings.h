// Who met whom, when and where.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.meetings. Needs parse, actors, publication, quantities.
void find_meetings(Document& document, const Knowledge& knowledge);

}  // namespace verbale
