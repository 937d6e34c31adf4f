// A greedy parser: at each state the transition with the highest score, by a linear model over the
// nodes around (trained with a dynamic oracle, see train/).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "language/parser_features.h"
#include "language/transitions.h"
#include "language/weights.h"

namespace verbale {

// The allowed class with the highest score; of several, the lowest.
int best_transition(const ParserState& state, const int32_t* scores);

// Parses one sentence after the other; they share its buffers.
class Parser {
 public:
  // The weights must outlive the parser.
  explicit Parser(const Weights& weights) : weights_(weights) {}

  // The tree of one sentence; good until the next call.
  const ParserState& parse(std::span<const Node> nodes);

 private:
  using Scores = std::array<int32_t, Weights::padded(kTransitions)>;
  void score(std::span<const Node> nodes);
  void score_stack(const ParserFrame& frame);
  void score_buffer(const ParserFrame& frame);

  const Weights& weights_;
  ParserState state_;
  FeatureList features_;
  Move last_ = Move::Shift;
  std::vector<Scores> stack_scores_;  // by the size of the stack
  Scores buffer_scores_;
  int32_t scored_front_ = -1;         // whose are buffer_scores_
  Scores scores_;
};

}  // namespace verbale
