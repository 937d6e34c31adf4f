// Who else took part in a meeting, as the sentences after it tell. Internal to this folder.
#pragma once

#include "meetings/occurrence.h"

namespace verbale {

// Adds those of "They were joined by X and Y", "accompanied by X", "The delegation included X and Y", "Also present were
// X and Y"; and the states of "The group's members are A, B and C" to a meeting with a group.
void add_companions(const Document& document, Occurrence& meeting);

}  // namespace verbale
