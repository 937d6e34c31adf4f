// Trains the tagger; also tags the training set by taggers that have not seen the document (jackknife),
// so that the parser learns from tags as bad as those it will meet.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/tagset.h"
#include "language/word_features.h"
#include "train/learner.h"
#include "train/treebank.h"

namespace verbale {

// The pairs of tags that occur at least `least` times, the most frequent first, as a section's text.
std::string collect_tags(const std::vector<Tree>& trees, int least);

// The tag of a word; a rare pair counts as the most frequent of its universal tag.
uint8_t tag_of(const TagSet& tags, const TreeWord& word);

std::vector<WordFeatures> words_of(const Tree& tree, const Clusters& clusters);

// Passes over the trees in an order shuffled by `seed`.
Learner train_tagger(const std::vector<const Tree*>& trees, const TagSet& tags,
                      const Clusters& clusters, int passes, uint64_t seed);

// Tags of every tree, each by a tagger trained on the other folds.
std::vector<std::vector<uint8_t>> jackknife_tags(const std::vector<Tree>& trees, const TagSet& tags,
                                                 const Clusters& clusters, int folds, int passes);

}  // namespace verbale
