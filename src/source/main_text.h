// The main text of a web page: which of its blocks are the report.
#pragma once

#include <string_view>
#include <vector>

#include "source/blocks.h"

namespace verbale {

// By the density of text and of links: blocks that read like prose vote for the elements around
// them, the smallest element that holds nearly all of the prose is the report, and of its blocks
// those between the first and the last prose are kept, links lists left out. The headline (h1)
// comes first, if there is one.
std::vector<Block> find_main_text(const HtmlTree& tree, std::string_view title);

}  // namespace verbale
