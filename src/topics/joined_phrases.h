// A stretch of joined noun phrases, taken apart: "A, B and C" is three, "A, including B and C" is one.
#pragma once

#include <vector>

#include "acts/words_at.h"

namespace verbale {

// The phrases of the range, in text order, without the commas and "and" between them and without what leads them in
// ("also on"). Phrases that share a head or a preposition stay together.
std::vector<TokenRange> split_phrases(const Document& document, const Knowledge& knowledge, const WordsAt& words,
                                      TokenRange range);

}  // namespace verbale
