// Who is bound to what, taken from the commissive and directive statements.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Settles Statement::act (content can decide it), then adds document.commitments.
// Needs parse, statements with speakers, frameworks, quantities.
void find_commitments(Document& document, const Knowledge& knowledge);

}  // namespace verbale
