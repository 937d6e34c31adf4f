#include "language/parser_features.h"

namespace verbale {
namespace {

// Stands for every node that is not there.
constexpr Node kNone;
constexpr Node kRoot{.w = 2, .t = 2, .wt = 2, .c = 2, .f = 2};
constexpr Dependents kNoDependents;

const Node& node_at(std::span<const Node> nodes, int32_t i) {
  if (i < 0) return kNone;
  return static_cast<size_t>(i) < nodes.size() ? nodes[static_cast<size_t>(i)] : kRoot;
}

uint64_t distance(int32_t from, int32_t to) {
  if (from < 0 || to < 0) return 0;
  const int32_t d = to - from;
  if (d < 5) return static_cast<uint64_t>(d);
  return d < 10 ? 5 : d < 20 ? 6 : 7;
}

}  // namespace

ParserFrame make_frame(std::span<const Node> nodes, const ParserState& state) {
  const int32_t s0 = state.stack(0);
  const int32_t s1 = state.stack(1);
  const int32_t b0 = state.buffer(0);
  const Dependents& s0_left = s0 < 0 ? kNoDependents : state.left(s0);
  const Dependents& s0_right = s0 < 0 ? kNoDependents : state.right(s0);
  const Dependents& s1_left = s1 < 0 ? kNoDependents : state.left(s1);
  const Dependents& s1_right = s1 < 0 ? kNoDependents : state.right(s1);
  const Dependents& b0_left = state.left(b0);
  return {
      .s0 = node_at(nodes, s0),
      .s1 = node_at(nodes, s1),
      .s2 = node_at(nodes, state.stack(2)),
      .b0 = node_at(nodes, b0),
      .b1 = node_at(nodes, state.buffer(1)),
      .b2 = node_at(nodes, state.buffer(2)),
      .s0l = node_at(nodes, s0_left.outer[0]),
      .s0ll = node_at(nodes, s0_left.outer[1]),
      .s0r = node_at(nodes, s0_right.outer[0]),
      .s0rr = node_at(nodes, s0_right.outer[1]),
      .s1l = node_at(nodes, s1_left.outer[0]),
      .s1r = node_at(nodes, s1_right.outer[0]),
      .b0l = node_at(nodes, b0_left.outer[0]),
      .b0ll = node_at(nodes, b0_left.outer[1]),
      .s0_left = s0_left,
      .s0_right = s0_right,
      .s1_left = s1_left,
      .s1_right = s1_right,
      .b0_left = b0_left,
      .near = distance(s0, b0),
      .below = distance(s1, s0),
  };
}

void stack_features(const ParserFrame& f, FeatureList& out) {
  out.clear();
  out.add(0, 0);
  // Words.
  out.add(1, f.s0.w); out.add(2, f.s0.t); out.add(3, f.s0.wt);
  out.add(4, f.s1.w); out.add(5, f.s1.t); out.add(6, f.s1.wt);
  out.add(13, f.s2.w); out.add(14, f.s2.t);
  out.add(27, f.s1.wt, f.s0.wt); out.add(28, f.s1.w, f.s0.w); out.add(29, f.s1.t, f.s0.t);
  out.add(30, f.s1.wt, f.s0.t); out.add(31, f.s1.t, f.s0.wt);
  out.add(42, f.s2.t, f.s1.t, f.s0.t);
  // Dependents.
  out.add(60, f.s0l.w); out.add(61, f.s0l.t); out.add(62, f.s0r.w); out.add(63, f.s0r.t);
  out.add(64, f.s1r.w); out.add(65, f.s1r.t);
  out.add(70, f.s1r.t, f.s1.t, f.s0.t); out.add(71, f.s1l.t, f.s1.t, f.s0.t);
  out.add(76, f.s0l.w, f.s1.wt); out.add(77, f.s0l.w, f.s1.w, f.s0.w);
  out.add(78, f.s0ll.t, f.s0l.t, f.s0.t); out.add(79, f.s0rr.t, f.s0r.t, f.s0.t);
  out.add(81, f.s0l.w, f.s1.t, f.s0.t);
  // How far, how many, which relations.
  out.add(95, f.s1.t, f.s0.t, f.below); out.add(96, f.s1.w, f.s0.t, f.below);
  out.add(97, f.s0.w, f.s0_right.count); out.add(98, f.s0.t, f.s0_right.count);
  out.add(99, f.s0.w, f.s0_left.count); out.add(100, f.s0.t, f.s0_left.count);
  out.add(103, f.s1.w, f.s1_right.count); out.add(104, f.s1.t, f.s1_right.count);
  out.add(105, f.s0.w, f.s0_left.relations); out.add(106, f.s0.t, f.s0_left.relations);
  out.add(107, f.s0.w, f.s0_right.relations); out.add(108, f.s0.t, f.s0_right.relations);
  out.add(109, f.s1.w, f.s1_right.relations); out.add(110, f.s1.t, f.s1_right.relations);
  out.add(111, f.s1.t, f.s1_left.relations);
  out.add(116, f.s1.wt, f.s0.t, f.s0_left.relations); out.add(117, f.s1.t, f.s0.t, f.s1_right.relations);
  // Classes.
  out.add(120, f.s0.f); out.add(121, f.s1.f);
  out.add(127, f.s1.f, f.s0.t); out.add(128, f.s1.t, f.s0.f); out.add(129, f.s1.f, f.s0.f);
  out.add(131, f.s1.c, f.s0.c); out.add(133, f.s1.f, f.s0.c, f.s0l.w); out.add(134, f.s1.c, f.s0.f, f.s0l.w);
  out.add(135, f.s1.c, f.s0.c, f.s0_left.relations); out.add(139, f.s1.f, f.s1_right.relations);
}

void buffer_features(const ParserFrame& f, FeatureList& out) {
  out.clear();
  out.add(7, f.b0.w); out.add(8, f.b0.t); out.add(9, f.b0.wt);
  out.add(10, f.b1.w); out.add(11, f.b1.t); out.add(12, f.b1.wt);
  out.add(15, f.b2.w); out.add(16, f.b2.t);
  out.add(35, f.b0.t, f.b1.t); out.add(36, f.b0.w, f.b1.w); out.add(37, f.b0.w, f.b1.t);
  out.add(38, f.b0.t, f.b1.w);
  out.add(43, f.b0.t, f.b1.t, f.b2.t);
  out.add(122, f.b0.f); out.add(123, f.b1.f);
}

void joint_features(const ParserFrame& f, FeatureList& out) {
  out.clear();
  // Words.
  out.add(20, f.s0.wt, f.b0.wt); out.add(21, f.s0.wt, f.b0.w); out.add(22, f.s0.w, f.b0.wt);
  out.add(23, f.s0.wt, f.b0.t); out.add(24, f.s0.t, f.b0.wt); out.add(25, f.s0.w, f.b0.w);
  out.add(26, f.s0.t, f.b0.t);
  out.add(32, f.s1.t, f.b0.t); out.add(33, f.s1.w, f.b0.w); out.add(34, f.s1.wt, f.b0.t);
  out.add(39, f.s0.w, f.b1.t);
  out.add(40, f.s0.t, f.b0.t, f.b1.t); out.add(41, f.s1.t, f.s0.t, f.b0.t);
  out.add(44, f.s0.w, f.b0.t, f.b1.t); out.add(45, f.s0.t, f.b0.w, f.b1.t);
  out.add(46, f.s1.w, f.s0.t, f.b0.t); out.add(47, f.s1.t, f.s0.w, f.b0.t);
  out.add(48, f.s1.t, f.s0.t, f.b0.w); out.add(49, f.s0.t, f.b0.t, f.b1.w);
  out.add(50, f.s1.w, f.s0.w, f.b0.t); out.add(51, f.s1.w, f.s0.t, f.b0.w);
  out.add(52, f.s2.t, f.s0.t, f.b0.t);
  // Dependents.
  out.add(66, f.b0l.w); out.add(67, f.b0l.t);
  out.add(68, f.s0l.t, f.s0.t, f.b0.t); out.add(69, f.s0r.t, f.s0.t, f.b0.t);
  out.add(72, f.b0l.t, f.s0.t, f.b0.t); out.add(73, f.b0l.w, f.s0.w); out.add(74, f.b0l.w, f.b0.wt);
  out.add(75, f.s0l.w, f.s0.wt, f.b0.t);
  out.add(80, f.b0ll.t, f.b0l.t, f.b0.t); out.add(82, f.s0r.wt, f.s0.t, f.b0.t);
  // How far, how many, which relations.
  out.add(90, f.s0.w, f.near); out.add(91, f.s0.t, f.near); out.add(92, f.b0.w, f.near);
  out.add(93, f.b0.t, f.near); out.add(94, f.s0.t, f.b0.t, f.near);
  out.add(101, f.b0.w, f.b0_left.count); out.add(102, f.b0.t, f.b0_left.count);
  out.add(112, f.b0.t, f.b0_left.relations); out.add(113, f.b0.w, f.b0_left.relations);
  out.add(114, f.s0.t, f.b0.t, f.s0_right.relations); out.add(115, f.s0.t, f.b0.t, f.s0_left.relations);
  // Classes.
  out.add(124, f.s0.f, f.b0.t); out.add(125, f.s0.t, f.b0.f); out.add(126, f.s0.f, f.b0.f);
  out.add(130, f.s0.c, f.b0.c); out.add(132, f.s1.c, f.s0.c, f.b0.t);
  out.add(136, f.s0.f, f.b0.t, f.b1.t); out.add(137, f.s0.c, f.b0.c, f.b1.c); out.add(138, f.s0.f, f.near);
}

}  // namespace verbale
