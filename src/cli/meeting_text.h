// A meeting or a visit of the record for reading: what it was, and who tells of it in which words.
#pragma once

#include <string>
#include <vector>

#include "store/meeting_lists.h"

namespace verbale {

// "To Lam, Xi Jinping".
std::string names_of(const std::vector<JoinedPerson>& persons);

std::string meeting_text(const FoundMeeting& found);
std::string visit_text(const FoundVisit& found);

}  // namespace verbale
