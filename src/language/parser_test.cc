#include <gmock/gmock.h>

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
  ParserState state;
  for (const size_t n : {size_t{0}, size_t{1}, size_t{2}, size_t{7}, size_t{5000}}) {
    const std::vector<Node> nodes(n);
    parse_nodes(nodes, weights, state);
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

TEST(WeightsSection, GivesBackWhatWasWritten) {
  FeatureList features;
  features.add(1, 2);
  features.add(3, 4, 5);
  features.add(9, 9);  // has no row
  const std::string bytes =
      write_weights(3, {{*features.begin(), {{0, 5}, {2, -7}}}, {features.begin()[1], {{2, 1}}}});
  const std::optional<Weights> weights = Weights::read(bytes);
  ASSERT_TRUE(weights.has_value());
  int32_t scores[3] = {};
  weights->score(features, scores);
  EXPECT_THAT(scores, testing::ElementsAre(5, 0, -6));
}

TEST(WeightsSection, RefusesWhatIsCutShort) {
  const std::string bytes = write_weights(3, {{1, {{0, 5}}}});
  for (size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(Weights::read(bytes.substr(0, n)).has_value());
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
