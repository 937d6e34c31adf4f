#include "language/transitions.h"

namespace verbale {

void ParserState::start(int32_t n) {
  root_ = n;
  front_ = 0;
  stack_.clear();
  const size_t size = static_cast<size_t>(n) + 1;
  heads_.assign(size, -1);
  relations_.assign(size, Deprel::dep);
  left_.assign(size, Dependents{});
  right_.assign(size, Dependents{});
}

void ParserState::apply(Transition transition) {
  if (transition.move == Move::Shift) {
    stack_.push_back(front_++);
    return;
  }
  const int32_t node = stack_.back();
  stack_.pop_back();
  attach(node, transition.move == Move::Left ? front_ : stack_.back(), transition.relation);
}

void ParserState::attach(int32_t node, int32_t head, Deprel relation) {
  heads_[static_cast<size_t>(node)] = head;
  relations_[static_cast<size_t>(node)] = relation;
  Dependents& side = (node < head ? left_ : right_)[static_cast<size_t>(head)];
  // Dependents come to a head from the inside outwards on both sides.
  side.outer[1] = side.outer[0];
  side.outer[0] = node;
  ++side.count;
  side.relations |= uint64_t{1} << static_cast<unsigned>(relation);
}

}  // namespace verbale
