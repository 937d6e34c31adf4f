#include "language/parser.h"

#include <algorithm>
#include <limits>

namespace verbale {
namespace {

// A class and its score as one number, so that the highest is the best score of the lowest class.
constexpr int64_t rank(int32_t score, int c) { return int64_t{score} * 256 + (255 - c); }
constexpr int class_of(int64_t rank) { return 255 - static_cast<int>(rank & 255); }

}  // namespace

int best_transition(const ParserState& state, const int32_t* scores) {
  constexpr int kRootLeft = to_class({Move::Left, Deprel::root});
  constexpr int kRootRight = to_class({Move::Right, Deprel::root});
  const bool left = state.allowed(Move::Left);
  if (left && state.front() == state.root()) return kRootLeft;
  int64_t best = std::numeric_limits<int64_t>::min();
  if (state.allowed(Move::Shift)) best = rank(scores[0], 0);
  if (left) {
    for (int c = 1; c < kTransitions; c += 2) {
      if (c != kRootLeft) best = std::max(best, rank(scores[c], c));
    }
  }
  if (state.allowed(Move::Right)) {
    for (int c = 2; c < kTransitions; c += 2) {
      if (c != kRootRight) best = std::max(best, rank(scores[c], c));
    }
  }
  return class_of(best);
}

// What is summed over the stack alone holds for a size of the stack until another node or dependent is there:
// after a left move the nodes below are as they were when they were last on top.
void Parser::score_stack(const ParserFrame& frame) {
  if (last_ == Move::Left) return;
  Scores& scores = stack_scores_[state_.stack_size()];
  stack_features(frame, features_);
  scores.fill(0);
  weights_.score(features_, scores.data());
}

void Parser::score_buffer(const ParserFrame& frame) {
  if (scored_front_ == state_.front()) return;
  scored_front_ = state_.front();
  buffer_features(frame, features_);
  buffer_scores_.fill(0);
  weights_.score(features_, buffer_scores_.data());
}

void Parser::score(std::span<const Node> nodes) {
  const ParserFrame frame = make_frame(nodes, state_);
  score_stack(frame);
  score_buffer(frame);
  const Scores& stack = stack_scores_[state_.stack_size()];
  for (size_t c = 0; c < scores_.size(); ++c) scores_[c] = stack[c] + buffer_scores_[c];
  joint_features(frame, features_);
  weights_.score(features_, scores_.data());
}

const ParserState& Parser::parse(std::span<const Node> nodes) {
  state_.start(static_cast<int32_t>(nodes.size()));
  if (stack_scores_.size() <= nodes.size()) stack_scores_.resize(nodes.size() + 1);
  scored_front_ = -1;
  while (!state_.done()) {
    Transition next;  // with an empty stack there is no choice
    if (state_.stack_size() > 0) {
      score(nodes);
      next = from_class(best_transition(state_, scores_.data()));
    }
    state_.apply(next);
    last_ = next.move;
  }
  return state_;
}

}  // namespace verbale
