// The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): which moves lose no arc of the
// gold tree that can still be built.
#pragma once

#include <cstdint>
#include <vector>

#include "language/transitions.h"
#include "train/treebank.h"

namespace verbale {

class Oracle {
 public:
  explicit Oracle(const Tree& tree);

  // How many gold arcs the move makes impossible.
  int cost(const ParserState& state, Move move) const;
  Deprel relation(int32_t node) const { return tree_.words[static_cast<size_t>(node)].relation; }

 private:
  int32_t head(int32_t node) const;  // root's index is the number of words
  int dependents_from(int32_t node, int32_t first) const;  // gold dependents at `first` or later

  const Tree& tree_;
  std::vector<std::vector<int32_t>> dependents_;  // by node, in order
};

}  // namespace verbale
