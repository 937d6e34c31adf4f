// Trains the parser on its own mistakes: after the first pass it follows its own moves most of the time
// and the oracle says which moves are still best (Goldberg and Nivre 2013).
#pragma once

#include <cstdint>
#include <vector>

#include "language/transitions.h"
#include "train/learner.h"
#include "train/treebank.h"

namespace verbale {

struct ParserExample {
  Tree tree;                  // projective
  std::vector<uint8_t> tags;  // as the tagger gives them, one a word
};

std::vector<Node> nodes_of(const ParserExample& example);

Learner train_parser(const std::vector<ParserExample>& examples, int passes, uint64_t seed);

}  // namespace verbale
