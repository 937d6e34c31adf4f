// The blocks of a page: what stands between two block-level borders, without navigation and its
// like.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/html_tree.h"

namespace verbale {

// A stretch of a block: a text node, or a line break (<br>, or a line feed in <pre>) where node is
// -1.
struct BlockPart {
  int32_t node = -1;
};

struct Block {
  std::vector<BlockPart> parts;
  int32_t element = -1;  // the block-level element that holds it
  int heading = 0;       // 1 to 6 of h1 to h6
  bool preformatted = false;
  uint32_t characters = 0;  // without blanks
  uint32_t linked = 0;      // those of them inside links
  uint32_t words = 0;       // an ideograph counts half
  bool sentence = false;    // it ends like one

  double link_density() const {
    return characters == 0 ? 0 : static_cast<double>(linked) / characters;
  }
};

// The blocks of the page in order. Left out are scripts, forms, navigation, captions, hidden parts,
// and what its class or id calls a comment, share bar, sidebar, advertisement, list of related
// links.
std::vector<Block> find_blocks(const HtmlTree& tree);

}  // namespace verbale
