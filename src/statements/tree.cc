#include "statements/tree.h"

#include <algorithm>

namespace verbale {
namespace {

// No sentence needs more; beyond it a chain of heads is taken for a fault of the parse.
constexpr int kMaxDepth = 100;

}  // namespace

void Tree::build(const Document& document, TokenRange sentence) {
  document_ = &document;
  range_ = sentence;
  const size_t n = static_cast<size_t>(sentence.size());
  starts_.assign(n + 1, 0);
  list_.resize(n);
  left_.resize(n);
  right_.resize(n);
  for (size_t i = 0; i < n; ++i) {
    const int32_t token = sentence.first + static_cast<int32_t>(i);
    left_[i] = token;
    right_[i] = token + 1;
    const int32_t head = document.tokens[static_cast<size_t>(token)].head;
    if (sentence.contains(head)) ++starts_[at(head) + 1];
  }
  for (size_t i = 0; i < n; ++i) starts_[i + 1] += starts_[i];
  std::vector<int32_t> next(starts_.begin(), starts_.end() - 1);
  for (int32_t token = sentence.first; token < sentence.last; ++token) {
    int32_t head = document.tokens[static_cast<size_t>(token)].head;
    if (sentence.contains(head)) list_[static_cast<size_t>(next[at(head)]++)] = token;
    for (int depth = 0; sentence.contains(head) && depth < kMaxDepth; ++depth) {
      left_[at(head)] = std::min(left_[at(head)], token);
      right_[at(head)] = std::max(right_[at(head)], token + 1);
      head = document.tokens[static_cast<size_t>(head)].head;
    }
  }
}

std::span<const int32_t> Tree::children(int32_t token) const {
  if (!contains(token)) return {};
  const size_t first = static_cast<size_t>(starts_[at(token)]);
  const size_t last = static_cast<size_t>(starts_[at(token) + 1]);
  return std::span<const int32_t>(list_).subspan(first, last - first);
}

int32_t Tree::child(int32_t token, Deprel relation) const {
  for (const int32_t child : children(token)) {
    if (document_->tokens[static_cast<size_t>(child)].deprel == relation) return child;
  }
  return -1;
}

bool Tree::dominates(int32_t above, int32_t below) const {
  return above == below || step_towards(above, below) >= 0;
}

int32_t Tree::step_towards(int32_t above, int32_t below) const {
  for (int depth = 0; range_.contains(below) && depth < kMaxDepth; ++depth) {
    const int32_t head = document_->tokens[static_cast<size_t>(below)].head;
    if (head == above) return below;
    below = head;
  }
  return -1;
}

}  // namespace verbale
