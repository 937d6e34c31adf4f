// Which of the places that tell of a meeting tell of one of its own. Internal to this folder.
#pragma once

#include <vector>

#include "meetings/occurrence.h"

namespace verbale {

// One occurrence for each meeting, in text order, with its participants, day and place completed from the other
// occurrences and from whom the document is about.
std::vector<Occurrence> choose_meetings(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
