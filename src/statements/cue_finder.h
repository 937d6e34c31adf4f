// Finds the cues of a sentence.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// All cues in text order, with cue, voice and mood; topic cues too. Cues do not overlap.
std::vector<Frame> find_cues(const View& view);

}  // namespace verbale
