#include "train/oracle.h"

#include <algorithm>

namespace verbale {

Oracle::Oracle(const Tree& tree) : tree_(tree), dependents_(tree.words.size() + 1) {
  for (int32_t i = 0; i < static_cast<int32_t>(tree.words.size()); ++i) {
    dependents_[static_cast<size_t>(head(i))].push_back(i);
  }
}

int32_t Oracle::head(int32_t node) const {
  const int32_t head = tree_.words[static_cast<size_t>(node)].head;
  return head < 0 ? static_cast<int32_t>(tree_.words.size()) : head;
}

int Oracle::dependents_from(int32_t node, int32_t first) const {
  const std::vector<int32_t>& all = dependents_[static_cast<size_t>(node)];
  return static_cast<int>(all.end() - std::lower_bound(all.begin(), all.end(), first));
}

int Oracle::cost(const ParserState& state, Move move) const {
  const int32_t front = state.front();
  if (move == Move::Shift) {
    int cost = 0;
    for (size_t d = 0; d < state.stack_size(); ++d) {
      const int32_t node = state.stack(d);
      if (head(node) == front) ++cost;
      if (d > 0 && head(front) == node) ++cost;
    }
    return cost;
  }
  const int32_t top = state.stack(0);
  const int32_t gold = head(top);
  const int lost = dependents_from(top, front);
  if (move == Move::Right) return lost + (gold >= front ? 1 : 0);
  const bool head_lost = gold > front || (state.stack_size() > 1 && gold == state.stack(1));
  return lost + (head_lost ? 1 : 0);
}

}  // namespace verbale
