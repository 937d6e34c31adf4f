// Light verbs with their noun: "expressed his deep gratitude", "reached a high consensus".
#pragma once

#include "statements/frame.h"
#include "statements/view.h"

namespace verbale {

// Whether the light verb of `frame` (cues.verb(verb)) makes a cue with a noun of attitude that follows;
// if so, completes the frame: cue, its tokens, its head.
bool find_light_cue(const View& view, int32_t verb, Frame& frame);

// The same in the passive, "An agreement was reached": the noun is the subject. Sets cue and head; the cue's
// tokens stay the verb.
bool find_light_subject(const View& view, int32_t verb, Frame& frame);

}  // namespace verbale
