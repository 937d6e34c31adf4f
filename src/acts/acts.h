// What each statement does: says that it is so, asks, binds, thanks, or makes it so.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Sets Statement::act from the class of the cue (pack en/acts.tsv) and, where the cue is neutral, from what its
// content binds to. Needs parse, statements with speakers, mentions.
void judge_acts(Document& document, const Knowledge& knowledge);

}  // namespace verbale
