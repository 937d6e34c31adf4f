// Contents that stand before their cue: "..., said X", "X, he stressed, will", "according to X", and what was said
// as the subject of a passive.
#pragma once

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// "According to X, CONTENT" and "CONTENT, according to X". `floor`: no content starts before it.
void find_ascribed_content(const View& view, Frame& frame, int32_t floor);

// Takes what stands before "..., X said" or "..., said X" from `floor` on; false if the cue is not inverted.
bool invert(const View& view, Frame& frame, int32_t floor);

// Of an inverted cue within its content: what goes on behind the second comma.
void find_rest(const View& view, Frame& frame);

// "The importance of X was stressed", "Satisfaction was expressed with X".
void find_passive_content(const View& view, Frame& frame);

}  // namespace verbale
