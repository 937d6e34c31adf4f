#include "language/parser.h"

#include <algorithm>

namespace verbale {
namespace {

// A node's view for the templates; 1 stands for "none" everywhere, 2 for the root.
struct View {
  uint64_t w = 1;
  uint64_t t = 1;
  uint64_t wt = 1;
  uint64_t c = 1;  // coarse class
  uint64_t f = 1;  // fine class
};

View view(std::span<const Node> nodes, int32_t i) {
  if (i < 0) return {};
  if (static_cast<size_t>(i) >= nodes.size()) return {2, 2, 2, 2, 2};
  const Node& node = nodes[static_cast<size_t>(i)];
  return {node.lower, node.tag + uint64_t{3}, combine(node.lower, node.tag),
          node.coarse + uint64_t{3}, node.fine + uint64_t{3}};
}

uint64_t distance(int32_t from, int32_t to) {
  if (from < 0 || to < 0) return 0;
  const int32_t d = to - from;
  if (d < 5) return static_cast<uint64_t>(d);
  return d < 10 ? 5 : d < 20 ? 6 : 7;
}

const Dependents kNone;

// The state as the templates see it.
struct Frame {
  View s0, s1, s2, b0, b1, b2;
  const Dependents* s0l = &kNone;
  const Dependents* s0r = &kNone;
  const Dependents* s1l = &kNone;
  const Dependents* s1r = &kNone;
  const Dependents* b0l = &kNone;
  uint64_t near = 0;   // s0 to b0
  uint64_t below = 0;  // s1 to s0
};

Frame make_frame(std::span<const Node> nodes, const ParserState& state) {
  Frame f;
  const int32_t s0 = state.stack(0);
  const int32_t s1 = state.stack(1);
  const int32_t b0 = state.buffer(0);
  f.s0 = view(nodes, s0);
  f.s1 = view(nodes, s1);
  f.s2 = view(nodes, state.stack(2));
  f.b0 = view(nodes, b0);
  f.b1 = view(nodes, state.buffer(1));
  f.b2 = view(nodes, state.buffer(2));
  if (s0 >= 0) f.s0l = &state.left(s0), f.s0r = &state.right(s0);
  if (s1 >= 0) f.s1l = &state.left(s1), f.s1r = &state.right(s1);
  f.b0l = &state.left(b0);
  f.near = distance(s0, b0);
  f.below = distance(s1, s0);
  return f;
}

void add_words(const Frame& f, FeatureList& out) {
  out.add(1, f.s0.w); out.add(2, f.s0.t); out.add(3, f.s0.wt);
  out.add(4, f.s1.w); out.add(5, f.s1.t); out.add(6, f.s1.wt);
  out.add(7, f.b0.w); out.add(8, f.b0.t); out.add(9, f.b0.wt);
  out.add(10, f.b1.w); out.add(11, f.b1.t); out.add(12, f.b1.wt);
  out.add(13, f.s2.w); out.add(14, f.s2.t);
  out.add(15, f.b2.w); out.add(16, f.b2.t);
}

void add_pairs(const Frame& f, FeatureList& out) {
  out.add(20, f.s0.wt, f.b0.wt); out.add(21, f.s0.wt, f.b0.w); out.add(22, f.s0.w, f.b0.wt);
  out.add(23, f.s0.wt, f.b0.t); out.add(24, f.s0.t, f.b0.wt); out.add(25, f.s0.w, f.b0.w);
  out.add(26, f.s0.t, f.b0.t);
  out.add(27, f.s1.wt, f.s0.wt); out.add(28, f.s1.w, f.s0.w); out.add(29, f.s1.t, f.s0.t);
  out.add(30, f.s1.wt, f.s0.t); out.add(31, f.s1.t, f.s0.wt);
  out.add(32, f.s1.t, f.b0.t); out.add(33, f.s1.w, f.b0.w); out.add(34, f.s1.wt, f.b0.t);
  out.add(35, f.b0.t, f.b1.t); out.add(36, f.b0.w, f.b1.w); out.add(37, f.b0.w, f.b1.t);
  out.add(38, f.b0.t, f.b1.w); out.add(39, f.s0.w, f.b1.t);
}

void add_triples(const Frame& f, FeatureList& out) {
  out.add(40, f.s0.t, f.b0.t, f.b1.t); out.add(41, f.s1.t, f.s0.t, f.b0.t);
  out.add(42, f.s2.t, f.s1.t, f.s0.t); out.add(43, f.b0.t, f.b1.t, f.b2.t);
  out.add(44, f.s0.w, f.b0.t, f.b1.t); out.add(45, f.s0.t, f.b0.w, f.b1.t);
  out.add(46, f.s1.w, f.s0.t, f.b0.t); out.add(47, f.s1.t, f.s0.w, f.b0.t);
  out.add(48, f.s1.t, f.s0.t, f.b0.w); out.add(49, f.s0.t, f.b0.t, f.b1.w);
  out.add(50, f.s1.w, f.s0.w, f.b0.t); out.add(51, f.s1.w, f.s0.t, f.b0.w);
  out.add(52, f.s2.t, f.s0.t, f.b0.t);
}

void add_dependents(const Frame& f, std::span<const Node> nodes, FeatureList& out) {
  const View s0l = view(nodes, f.s0l->outer[0]);
  const View s0r = view(nodes, f.s0r->outer[0]);
  const View s1l = view(nodes, f.s1l->outer[0]);
  const View s1r = view(nodes, f.s1r->outer[0]);
  const View b0l = view(nodes, f.b0l->outer[0]);
  out.add(60, s0l.w); out.add(61, s0l.t); out.add(62, s0r.w); out.add(63, s0r.t);
  out.add(64, s1r.w); out.add(65, s1r.t); out.add(66, b0l.w); out.add(67, b0l.t);
  out.add(68, s0l.t, f.s0.t, f.b0.t); out.add(69, s0r.t, f.s0.t, f.b0.t);
  out.add(70, s1r.t, f.s1.t, f.s0.t); out.add(71, s1l.t, f.s1.t, f.s0.t);
  out.add(72, b0l.t, f.s0.t, f.b0.t); out.add(73, b0l.w, f.s0.w); out.add(74, b0l.w, f.b0.wt);
  out.add(75, s0l.w, f.s0.wt, f.b0.t); out.add(76, s0l.w, f.s1.wt); out.add(77, s0l.w, f.s1.w, f.s0.w);
  const View s0ll = view(nodes, f.s0l->outer[1]);
  const View s0rr = view(nodes, f.s0r->outer[1]);
  const View b0ll = view(nodes, f.b0l->outer[1]);
  out.add(78, s0ll.t, s0l.t, f.s0.t); out.add(79, s0rr.t, s0r.t, f.s0.t);
  out.add(80, b0ll.t, b0l.t, f.b0.t); out.add(81, s0l.w, f.s1.t, f.s0.t);
  out.add(82, s0r.wt, f.s0.t, f.b0.t);
}

void add_counts(const Frame& f, FeatureList& out) {
  out.add(90, f.s0.w, f.near); out.add(91, f.s0.t, f.near); out.add(92, f.b0.w, f.near);
  out.add(93, f.b0.t, f.near); out.add(94, f.s0.t, f.b0.t, f.near); out.add(95, f.s1.t, f.s0.t, f.below);
  out.add(96, f.s1.w, f.s0.t, f.below);
  out.add(97, f.s0.w, f.s0r->count); out.add(98, f.s0.t, f.s0r->count);
  out.add(99, f.s0.w, f.s0l->count); out.add(100, f.s0.t, f.s0l->count);
  out.add(101, f.b0.w, f.b0l->count); out.add(102, f.b0.t, f.b0l->count);
  out.add(103, f.s1.w, f.s1r->count); out.add(104, f.s1.t, f.s1r->count);
  out.add(105, f.s0.w, f.s0l->relations); out.add(106, f.s0.t, f.s0l->relations);
  out.add(107, f.s0.w, f.s0r->relations); out.add(108, f.s0.t, f.s0r->relations);
  out.add(109, f.s1.w, f.s1r->relations); out.add(110, f.s1.t, f.s1r->relations);
  out.add(111, f.s1.t, f.s1l->relations); out.add(112, f.b0.t, f.b0l->relations);
  out.add(113, f.b0.w, f.b0l->relations);
  out.add(114, f.s0.t, f.b0.t, f.s0r->relations); out.add(115, f.s0.t, f.b0.t, f.s0l->relations);
  out.add(116, f.s1.wt, f.s0.t, f.s0l->relations); out.add(117, f.s1.t, f.s0.t, f.s1r->relations);
}

void add_classes(const Frame& f, std::span<const Node> nodes, FeatureList& out) {
  const View s0l = view(nodes, f.s0l->outer[0]);
  out.add(120, f.s0.f); out.add(121, f.s1.f); out.add(122, f.b0.f); out.add(123, f.b1.f);
  out.add(124, f.s0.f, f.b0.t); out.add(125, f.s0.t, f.b0.f); out.add(126, f.s0.f, f.b0.f);
  out.add(127, f.s1.f, f.s0.t); out.add(128, f.s1.t, f.s0.f); out.add(129, f.s1.f, f.s0.f);
  out.add(130, f.s0.c, f.b0.c); out.add(131, f.s1.c, f.s0.c); out.add(132, f.s1.c, f.s0.c, f.b0.t);
  out.add(133, f.s1.f, f.s0.c, s0l.w); out.add(134, f.s1.c, f.s0.f, s0l.w);
  out.add(135, f.s1.c, f.s0.c, f.s0l->relations); out.add(136, f.s0.f, f.b0.t, f.b1.t);
  out.add(137, f.s0.c, f.b0.c, f.b1.c); out.add(138, f.s0.f, f.near); out.add(139, f.s1.f, f.s1r->relations);
}

}  // namespace

void parse_features(std::span<const Node> nodes, const ParserState& state, FeatureList& out) {
  const Frame frame = make_frame(nodes, state);
  out.clear();
  out.add(0, 0);
  add_words(frame, out);
  add_pairs(frame, out);
  add_triples(frame, out);
  add_dependents(frame, nodes, out);
  add_counts(frame, out);
  add_classes(frame, nodes, out);
}

void parse_nodes(std::span<const Node> nodes, const Weights& weights, ParserState& state) {
  state.start(static_cast<int32_t>(nodes.size()));
  FeatureList features;
  int32_t scores[Weights::kMaxClasses];
  while (!state.done()) {
    // With an empty stack there is no choice.
    if (state.stack_size() == 0) {
      state.apply({});
      continue;
    }
    parse_features(nodes, state, features);
    std::fill_n(scores, weights.classes(), 0);
    weights.score(features, scores);
    state.apply(from_class(best_transition(state, scores)));
  }
}

}  // namespace verbale
