// The dependency tree of one sentence, with what the frames ask of it: children, edges, paths.
//
// All token indices are the document's. The tree stands on what the parser gave, which may be wrong:
// nothing here assumes that it is projective, connected or free of cycles.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "record/document.h"

namespace verbale {

class Tree {
 public:
  // Reads the sentence's part of document.tokens. May be called again for the next sentence.
  void build(const Document& document, TokenRange sentence);

  TokenRange range() const { return range_; }
  bool contains(int32_t token) const { return range_.contains(token); }
  // In text order; none outside the sentence.
  std::span<const int32_t> children(int32_t token) const;
  // First token of the subtree, and one past its last.
  int32_t left(int32_t token) const { return left_[at(token)]; }
  int32_t right(int32_t token) const { return right_[at(token)]; }
  // The first child of that relation, -1 if none.
  int32_t child(int32_t token, Deprel relation) const;
  // Whether `above` is `below` or one of its ancestors.
  bool dominates(int32_t above, int32_t below) const;
  // The child of `above` on the way down to `below`; -1 if `above` does not dominate it or is it.
  int32_t step_towards(int32_t above, int32_t below) const;

 private:
  size_t at(int32_t token) const { return static_cast<size_t>(token - range_.first); }

  const Document* document_ = nullptr;
  TokenRange range_;
  std::vector<int32_t> starts_;    // children of token i: list_[starts_[i], starts_[i + 1])
  std::vector<int32_t> list_;
  std::vector<int32_t> left_;
  std::vector<int32_t> right_;
};

}  // namespace verbale
