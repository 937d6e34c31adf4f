// Which words of a text stand within quotation marks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/words.h"

namespace verbale {

// A half-open range of words.
struct WordStretch {
  uint32_t begin = 0;
  uint32_t end = 0;
};

// In text order, apart from each other: what stands between quotation marks, the paragraph after
// one that ends with a colon, and a message that ends with its writer's name. A quotation that is
// not closed ends with its paragraph, as those do that run over several; a mark within another kind
// of marks counts for nothing.
std::vector<WordStretch> quoted_words(std::span<const TextMark> marks, uint32_t words);

// How many words of [begin, end) lie in the stretches.
uint32_t words_within(std::span<const WordStretch> stretches, uint32_t begin, uint32_t end);

}  // namespace verbale
