// Finds the cues of a sentence.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// All cues in text order, with cue, voice and mood; topic cues too. Cues do not overlap. `own_words`: of a statement, whose
// items may open with a verb without a subject ("1. REAFFIRMED the treaty").
std::vector<Frame> find_cues(const View& view, bool own_words);

}  // namespace verbale
