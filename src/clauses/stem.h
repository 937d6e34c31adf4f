// The part that words of one family share.
#pragma once

#include <string>
#include <string_view>

namespace verbale {

// A folded English lemma without the endings that make nouns, adjectives and adverbs of verbs
// ("cooperation", "cooperative", "cooperate" -> "cooper"). Never shorter than four letters; never a
// word for people to read.
std::string word_family(std::string_view lemma);

}  // namespace verbale
