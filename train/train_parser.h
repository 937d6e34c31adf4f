// Trains the parser on its own mistakes: after the first pass it follows its own moves most of the time
// and the oracle says which moves are still best (Goldberg and Nivre 2013).
#pragma once

#include <cstdint>
#include <vector>

#include "language/clusters.h"
#include "language/transitions.h"
#include "train/learner.h"
#include "train/treebank.h"

namespace verbale {

struct ParserExample {
  Tree tree;                  // projective
  std::vector<uint8_t> tags;  // as the tagger gives them, one a word
};

// A sentence as it is, and with each of its names as one node; the passes take them in turn.
struct ParserSentence {
  ParserExample plain;
  ParserExample joined;
};

std::vector<Node> nodes_of(const ParserExample& example, const Clusters& clusters);

Learner train_parser(const std::vector<ParserSentence>& sentences, const Clusters& clusters,
                     int passes, uint64_t seed);

}  // namespace verbale
