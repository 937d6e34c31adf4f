// Tags from left to right, each by a linear model over the words around and the two tags before
// (averaged perceptron: Collins 2002; templates after Ratnaparkhi 1996).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/weights.h"
#include "language/word_features.h"

namespace verbale {

// The features of token i, given the tags of the two tokens before it (-1: before the sentence).
void tag_features(std::span<const WordFeatures> words, size_t i, int previous, int before_previous,
                  FeatureList& out);

// Tags of the words of one sentence: indices into the tag set.
void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<uint8_t>& tags);

}  // namespace verbale
