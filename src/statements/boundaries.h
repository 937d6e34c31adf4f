// Where contents end.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// Whether `b`, a later cue, stands beside `a` rather than in what `a` says.
bool is_sibling(const View& view, const Frame& a, const Frame& b);

// Cuts each content at the first sibling and trims it; sets content of passives and of inverted frames, and
// `outer` of those that stand in another's content.
void find_boundaries(const View& view, std::vector<Frame>& frames);

// Without final punctuation, conjunctions and quotation marks left over at the end, and without opening
// marks at the start.
TokenRange trim_content(const View& view, TokenRange content);

}  // namespace verbale
