// What follows a cue: the addressee and where the content starts.
#pragma once

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// Fills complement, to and content.first (content.last is set to the sentence's end, for boundaries to
// cut). A light cue with nothing after its noun becomes its verb alone with the noun as content.
void find_complement(const View& view, Frame& frame);

}  // namespace verbale
