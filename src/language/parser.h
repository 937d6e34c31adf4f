// A greedy parser: at each state the transition with the highest score, by a linear model over the
// nodes around (Zhang and Nivre 2011; trained with a dynamic oracle, see train/).
#pragma once

#include <cstdint>
#include <span>

#include "language/transitions.h"
#include "language/weights.h"

namespace verbale {

void parse_features(std::span<const Node> nodes, const ParserState& state, FeatureList& out);

// The best allowed class of `scores`: SCORE is int32_t at run time, float in training.
template <class Score>
int best_transition(const ParserState& state, const Score* scores) {
  int best = -1;
  const bool at_root = state.front() == state.root();
  constexpr int kRootLeft = to_class({Move::Left, Deprel::root});
  if (state.allowed(Move::Left) && at_root) return kRootLeft;
  const bool shift = state.allowed(Move::Shift);
  const bool left = state.allowed(Move::Left);
  const bool right = state.allowed(Move::Right);
  if (shift) best = 0;
  for (int c = 1; c < kTransitions; ++c) {
    if (!(c % 2 == 1 ? left : right) || from_class(c).relation == Deprel::root) continue;
    if (best < 0 || scores[c] > scores[best]) best = c;
  }
  return best;
}

// Fills `state` with the tree of one sentence.
void parse_nodes(std::span<const Node> nodes, const Weights& weights, ParserState& state);

}  // namespace verbale
