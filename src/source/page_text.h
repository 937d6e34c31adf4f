// The text of blocks of a page, with the map back to the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "record/document.h"
#include "source/blocks.h"

namespace verbale {

struct PageText {
  std::string text;
  std::vector<OffsetPiece> offsets;  // to bytes of the page in UTF-8
};

// A line a block, and a line a <br>; runs of white space as one blank, entities resolved.
PageText assemble(const HtmlTree& tree, const std::vector<Block>& blocks, std::string_view page);

}  // namespace verbale
