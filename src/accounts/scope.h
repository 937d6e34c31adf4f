// Which passages of a document tell of one of its meetings: a report of talks may tell of the tea
// after them, and of who else received the guest.
//
// A passage starts where the text tells that the meeting took place and goes on until it tells of
// another, or comes back to the first. What is said only of the day ("after the welcome ceremony")
// is a few words inside another passage. A signing goes with the meeting that it came after.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/document.h"

namespace verbale {

// The passages of the document that tell of other meetings than `own` (indices into
// Document::meetings), in text order and apart. None where `own` is empty or where there are no
// others.
std::vector<Span> passages_of_others(const Document& document, std::span<const int32_t> own);

}  // namespace verbale
