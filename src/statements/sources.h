// Who is said to have said it: the subject of the cue, and how far its words reach.
#pragma once

#include <vector>

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// Fills subject, own_subject, source, begin of each frame.
void find_sources(const View& view, std::vector<Frame>& frames);

// The words of the noun phrase with head `noun` that name a source: its lists and "of" phrases, without
// appositions, relative clauses and adverbs.
TokenRange noun_phrase(const View& view, int32_t noun);

}  // namespace verbale
