// Furniture inside a sentence: links in brackets, leftover markup, tooltips of names.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/furniture.h"

namespace verbale {

// Appends what it finds in `line` of the text, in text order.
void find_within(std::string_view text, Span line, const FurnitureWords& words,
                 std::vector<Span>& found);

}  // namespace verbale
