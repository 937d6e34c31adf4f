// Which frames are statements.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/genre.h"
#include "statements/view.h"

namespace verbale {

// Sets `kept` and `made_by` of each frame. Needs sources and boundaries. `own_words`: the sentence is itself
// somebody's words (a statement, a quoted letter), not a report of them.
void select_frames(const View& view, bool own_words, std::vector<Frame>& frames);

}  // namespace verbale
