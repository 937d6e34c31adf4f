#include <gmock/gmock.h>

#include <map>

#include "base/utf8.h"
#include "language/lemmatiser.h"
#include "language/parser.h"
#include "language/tagset.h"

namespace verbale {
namespace {

TEST(Transitions, EveryClassLeadsBack) {
  for (int c = 0; c < kTransitions; ++c) EXPECT_EQ(to_class(from_class(c)), c);
  EXPECT_LE(kTransitions, Weights::kMaxClasses);
}

TEST(Transitions, BuildATree) {
  ParserState state;  // "They met": met is the root
  state.start(2);
  EXPECT_FALSE(state.allowed(Move::Left));
  state.apply({});
  state.apply({Move::Left, Deprel::nsubj});
  state.apply({});
  EXPECT_FALSE(state.allowed(Move::Shift));
  state.apply({Move::Left, Deprel::root});
  EXPECT_TRUE(state.done());
  EXPECT_EQ(state.head(0), 1);
  EXPECT_EQ(state.relation(0), Deprel::nsubj);
  EXPECT_EQ(state.head(1), state.root());
  EXPECT_EQ(state.left(1).count, 1);
}

// With weights that know nothing every sentence still gets a tree with one root.
TEST(Parser, AlwaysATree) {
  const std::string bytes = write_weights(kTransitions, {});
  const Weights weights = *Weights::read(bytes);
  Parser parser(weights);
  for (const size_t n : {size_t{0}, size_t{1}, size_t{2}, size_t{7}, size_t{5000}}) {
    const std::vector<Node> nodes(n);
    const ParserState& state = parser.parse(nodes);
    int roots = 0;
    for (size_t i = 0; i < n; ++i) {
      const int32_t head = state.head(static_cast<int32_t>(i));
      ASSERT_GE(head, 0);
      ASSERT_NE(head, static_cast<int32_t>(i));
      if (head == state.root()) ++roots;
    }
    EXPECT_EQ(roots, n == 0 ? 0 : 1);
  }
}

// Sentences of few words, so that the same features come again and again.
std::vector<Node> some_nodes(uint64_t seed, size_t n) {
  std::vector<Node> out;
  for (size_t i = 0; i < n; ++i) {
    const uint64_t word = combine(seed, i) % 7;
    out.push_back(make_node(word, {static_cast<uint16_t>(word % 3), static_cast<uint16_t>(word)}, word % 4));
  }
  return out;
}

// Speaks for or against each of the moves.
WeightRow some_row(uint64_t feature) {
  const auto weight = [&](int at) { return static_cast<int32_t>(feature >> at & 63) - 32; };
  WeightRow row{feature, {}};
  for (const int c : {0, 3, 4, 5, 6}) {
    if (weight(8 * c) != 0) row.cells.push_back({static_cast<uint8_t>(c), weight(8 * c)});
  }
  return row;
}

void all_features(std::span<const Node> nodes, const ParserState& state, FeatureList& out) {
  const ParserFrame frame = make_frame(nodes, state);
  FeatureList part;
  stack_features(frame, out);
  buffer_features(frame, part);
  out.append(part);
  joint_features(frame, part);
  out.append(part);
}

// Sums kept from state to state give the trees that summing everything at each state gives.
TEST(Parser, KeepsNoSumTooLong) {
  std::map<uint64_t, WeightRow> rows;
  ParserState state;
  FeatureList features;
  std::string bytes = write_weights(kTransitions, {});
  for (int round = 0; round < 3; ++round) {
    const Weights weights = *Weights::read(bytes);
    Parser parser(weights);
    for (uint64_t seed = 0; seed < 40; ++seed) {
      const std::vector<Node> nodes = some_nodes(seed, 2 + seed % 17);
      state.start(static_cast<int32_t>(nodes.size()));
      while (!state.done()) {
        Transition next;
        if (state.stack_size() > 0) {
          all_features(nodes, state, features);
          int32_t scores[Weights::kMaxClasses] = {};
          weights.score(features, scores);
          next = from_class(best_transition(state, scores));
          for (const uint64_t f : features) rows[f] = some_row(f);
        }
        state.apply(next);
      }
      const ParserState& tree = parser.parse(nodes);
      for (int32_t i = 0; i < state.root(); ++i) {
        ASSERT_EQ(tree.head(i), state.head(i)) << "round " << round << " seed " << seed << " node " << i;
        ASSERT_EQ(tree.relation(i), state.relation(i));
      }
    }
    std::vector<WeightRow> learned;
    for (const auto& [feature, row] : rows) learned.push_back(row);
    bytes = write_weights(kTransitions, learned);
  }
}

TEST(TagSet, ReadsPairs) {
  const std::optional<TagSet> tags = TagSet::parse("VERB VBD\nNOUN NNS\n");
  ASSERT_TRUE(tags.has_value());
  EXPECT_EQ((*tags)[0].verb, VerbForm::Past);
  EXPECT_TRUE((*tags)[1].plural);
  EXPECT_EQ(tags->find(Upos::NOUN, "NNS"), 1);
  EXPECT_EQ(tags->find(Upos::NOUN, "NN"), -1);
  EXPECT_FALSE(TagSet::parse("NOPE NN\n").has_value());
}

TEST(Lemmatiser, WordsBeforeEndings) {
  const std::optional<Lemmatiser> lemmas = Lemmatiser::parse("s VBD ed 2 \ns VBD ied 3 y\nw VBD met meet\n");
  ASSERT_TRUE(lemmas.has_value());
  std::string buffer;
  EXPECT_EQ(lemmas->lemma("met", "VBD", buffer), "meet");
  EXPECT_EQ(lemmas->lemma("affirmed", "VBD", buffer), "affirm");
  EXPECT_EQ(lemmas->lemma("ratified", "VBD", buffer), "ratify");
  EXPECT_EQ(lemmas->lemma("ed", "VBD", buffer), "ed");
  EXPECT_EQ(lemmas->lemma("pact", "NN", buffer), "pact");
}

}  // namespace
}  // namespace verbale
