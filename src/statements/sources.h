// Who is said to have said it: the subject of the cue, and how far its words reach.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// Fills subject, own_subject, source, begin of each frame.
void find_sources(const View& view, std::vector<Frame>& frames);

}  // namespace verbale
