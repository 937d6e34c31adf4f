// Persons' decisions take effect: they are laid over what the reader found, and what follows from
// who said what follows from the decided statements.
//
// A decision finds its entry by place (record/pairing.h). What is rejected leaves; what a person
// accepted or corrected and this reader no longer finds is put in again; ids stay. Two stages:
// statements before topics, commitments and meetings are read off them, the other layers at the
// end. So the undertakings of a statement that is rejected leave with it, and those of one whose
// speaker is corrected bind whom he binds.
#pragma once

#include "knowledge/knowledge.h"
#include "record/decision.h"
#include "record/document.h"

namespace verbale {

// Needs document.review (null: nothing to do) and statements with speakers and acts. Replaces
// review->entries by those of the statements.
void decide_statements(Document& document, const Knowledge& knowledge);

// The other layers; adds to review->entries.
void decide_the_rest(Document& document, const Knowledge& knowledge);

}  // namespace verbale
