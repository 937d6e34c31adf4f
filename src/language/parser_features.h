// What the parser's model looks at (templates after Zhang and Nivre 2011, with classes of words).
//
// The templates are in three groups, by the part of the state they see: a group whose part stands still from
// one move to the next need not be summed again (parser.cc).
#pragma once

#include <cstdint>
#include <span>

#include "language/hash.h"
#include "language/transitions.h"

namespace verbale {

// A state as the templates see it: s0 is the top of the stack, b0 the front of the buffer; s0l its outermost
// left dependent, s0ll the second. Views of the nodes and of the state.
struct ParserFrame {
  const Node &s0, &s1, &s2, &b0, &b1, &b2;
  const Node &s0l, &s0ll, &s0r, &s0rr, &s1l, &s1r, &b0l, &b0ll;
  const Dependents &s0_left, &s0_right, &s1_left, &s1_right, &b0_left;
  uint64_t near;   // s0 to b0, in steps that grow
  uint64_t below;  // s1 to s0
};

ParserFrame make_frame(std::span<const Node> nodes, const ParserState& state);

// Each replaces what `out` holds.
void stack_features(const ParserFrame& f, FeatureList& out);   // the stack alone
void buffer_features(const ParserFrame& f, FeatureList& out);  // b0, b1, b2, without their dependents
void joint_features(const ParserFrame& f, FeatureList& out);   // both, and the dependents of b0

}  // namespace verbale
