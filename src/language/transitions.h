// The arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011).
//
// A stack of nodes whose heads are not known and a buffer of nodes not yet read, closed by the root.
//   shift    the first of the buffer goes onto the stack
//   left     the top of the stack hangs on the first of the buffer and is done
//   right    the top of the stack hangs on the one below it and is done
// Every tree without crossing arcs can be built, in exactly 2n moves, and only one node gets the root.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/clusters.h"
#include "language/hash.h"
#include "record/tags.h"

namespace verbale {

// A token or a whole name, as the parser's templates see it. 1 stands for "none", 2 for the root.
struct Node {
  uint64_t w = 1;   // hash of the lower-case word
  uint64_t t = 1;   // tag
  uint64_t wt = 1;  // both
  uint64_t c = 1;   // coarse class of the word (clusters.h)
  uint64_t f = 1;   // fine class
};

constexpr Node make_node(uint64_t word, WordClass classes, uint8_t tag) {
  return {word, tag + uint64_t{3}, combine(word, tag), classes.coarse + uint64_t{3}, classes.fine + uint64_t{3}};
}

enum class Move : uint8_t { Shift, Left, Right };

// A move with its relation as one class of the model: 0 shift, 1 + 2r left, 2 + 2r right.
struct Transition {
  Move move = Move::Shift;
  Deprel relation = Deprel::dep;
};
constexpr int kTransitions = 3 + 2 * static_cast<int>(Deprel::dep);
constexpr int to_class(Transition t) {
  if (t.move == Move::Shift) return 0;
  return 2 * static_cast<int>(t.relation) + (t.move == Move::Left ? 1 : 2);
}
constexpr Transition from_class(int c) {
  if (c == 0) return {};
  return {c % 2 == 1 ? Move::Left : Move::Right, static_cast<Deprel>((c - 1) / 2)};
}

// What is known of a node's dependents: the two outermost on each side, how many, and which relations.
struct Dependents {
  int32_t outer[2] = {-1, -1};  // outermost, second
  uint16_t count = 0;
  uint64_t relations = 0;  // a bit each
};

class ParserState {
 public:
  // Starts a sentence of n nodes; node n is the root.
  void start(int32_t n);

  bool done() const { return stack_.empty() && front_ == root_; }
  bool allowed(Move move) const {
    switch (move) {
      case Move::Shift: return front_ < root_;
      case Move::Left: return !stack_.empty() && (front_ < root_ || stack_.size() == 1);
      case Move::Right: return stack_.size() > 1;
    }
    return false;
  }
  void apply(Transition transition);

  // Node number d from the top of the stack or the front of the buffer; -1 beyond. The root counts.
  int32_t stack(size_t d) const { return d < stack_.size() ? stack_[stack_.size() - 1 - d] : -1; }
  int32_t buffer(int32_t d) const { return front_ + d <= root_ ? front_ + d : -1; }
  size_t stack_size() const { return stack_.size(); }
  std::span<const int32_t> stack_nodes() const { return stack_; }
  int32_t root() const { return root_; }
  int32_t front() const { return front_; }

  int32_t head(int32_t node) const { return heads_[static_cast<size_t>(node)]; }  // root(): the root
  Deprel relation(int32_t node) const { return relations_[static_cast<size_t>(node)]; }
  const Dependents& left(int32_t node) const { return left_[static_cast<size_t>(node)]; }
  const Dependents& right(int32_t node) const { return right_[static_cast<size_t>(node)]; }

 private:
  void attach(int32_t node, int32_t head, Deprel relation);

  int32_t root_ = 0;
  int32_t front_ = 0;
  std::vector<int32_t> stack_;
  std::vector<int32_t> heads_;
  std::vector<Deprel> relations_;
  std::vector<Dependents> left_;
  std::vector<Dependents> right_;
};

}  // namespace verbale
