// The class of a cue, from the cue packs.
#pragma once

#include <optional>

#include "acts/complement.h"

namespace verbale {

// What the verb, phrase, adjective or light verb with its noun at the start of `cue` does. A range that is longer than
// the cue is read as far as the cue goes. nullopt where the packs know none of its words.
std::optional<ActClass> class_of_cue(const Knowledge& knowledge, const WordsAt& words, TokenRange cue);

// What the complement of a cue of that class may be; nullopt: there is no cue.
Expect expected_after(std::optional<ActClass> cue);

}  // namespace verbale
