// A headline or lead that repeats an undertaking of the body is no second entry.
#pragma once

#include "acts/words_at.h"

namespace verbale {

// Joins commitments of the title or the lead with those of the body that say the same more fully: one entry stays, with
// the fullest wording, and the others become its `also`. Keeps the order of the rest.
void join_repeats(Document& document, const WordsAt& words);

}  // namespace verbale
