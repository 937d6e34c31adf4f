#include "clauses/likeness.h"

#include <gtest/gtest.h>

#include "clauses/stem.h"

namespace verbale {
namespace {

Feature word(std::string key) { return {FeatureKind::Word, std::move(key), {0, 1}, false}; }

Clause clause(std::vector<Feature> features, bool negated = false) {
  Clause clause;
  clause.features = std::move(features);
  clause.negated = negated;
  return clause;
}

class LikenessTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Meanings> loaded = Meanings::load({});
    ASSERT_TRUE(loaded) << loaded.error().message();
    meanings_ = std::move(*loaded);
  }
  static Meanings meanings_;
};
Meanings LikenessTest::meanings_;

TEST_F(LikenessTest, RareWordsTellMoreThanFrequentOnes) {
  EXPECT_GT(meanings_.weight(word("railway")), meanings_.weight(word("cooperation")) + 2);
  EXPECT_GT(meanings_.weight(word("no-such-word")), meanings_.weight(word("railway")) - 1);
}

TEST_F(LikenessTest, ThoseWhoMeetTellLittle) {
  EXPECT_LT(meanings_.weight({FeatureKind::Actor, "VNM", {}, true}),
            meanings_.weight({FeatureKind::Actor, "IRN", {}, false}));
}

TEST_F(LikenessTest, WordsOfOneMeaningAreNear) {
  EXPECT_GT(meanings_.nearness(word("strengthen"), word("step up")), 0.5);
  EXPECT_GT(meanings_.nearness(word("cooperate"), word("cooperation")), 0.5);
  EXPECT_GT(meanings_.nearness(word("negotiate"), word("negotiator")), 0.5);
  EXPECT_EQ(meanings_.nearness(word("railway"), word("condolence")), 0);
  EXPECT_EQ(meanings_.nearness(word("China"), {FeatureKind::Actor, "China", {}, false}), 0);
}

TEST_F(LikenessTest, TheSameIsWhollyLikeAndSymmetric) {
  const Clause left = clause({word("strengthen"), word("railway"), word("link")});
  const Clause right = clause({word("boost"), word("rail"), word("customs")});
  EXPECT_DOUBLE_EQ(likeness(left, left, meanings_).score, 1);
  const Likeness there = likeness(left, right, meanings_);
  const Likeness back = likeness(right, left, meanings_);
  EXPECT_GT(there.score, 0.3);
  EXPECT_LT(there.score, 1);
  EXPECT_DOUBLE_EQ(there.score, back.score);
  EXPECT_DOUBLE_EQ(there.left_covered, back.right_covered);
  EXPECT_EQ(there.matches.size(), 2u);
}

TEST_F(LikenessTest, ANarrowerClauseIsCoveredWhole) {
  const Clause narrow = clause({word("tourism")});
  const Clause wide = clause({word("tourism"), word("aviation"), word("insurance")});
  EXPECT_DOUBLE_EQ(likeness(narrow, wide, meanings_).left_covered, 1);
  EXPECT_LT(likeness(narrow, wide, meanings_).right_covered, 0.5);
}

TEST_F(LikenessTest, NumbersAndNegationThatDisagreeAreTold) {
  const Clause seven = clause({{FeatureKind::Number, "7", {}, false}, word("treaty")});
  const Clause nine = clause({{FeatureKind::Number, "9", {}, false}, word("treaty")}, true);
  EXPECT_TRUE(likeness(seven, nine, meanings_).numbers_differ);
  EXPECT_TRUE(likeness(seven, nine, meanings_).negation_differs);
  EXPECT_FALSE(likeness(seven, seven, meanings_).numbers_differ);
  EXPECT_FALSE(likeness(seven, clause({word("treaty")}), meanings_).numbers_differ);
}

TEST_F(LikenessTest, NothingIsLikeNothing) {
  EXPECT_EQ(likeness(clause({}), clause({}), meanings_).score, 0);
}

TEST(WordFamily, IsSharedByTheWordsOfOneStem) {
  EXPECT_EQ(word_family("cooperation"), word_family("cooperate"));
  EXPECT_EQ(word_family("implementation"), word_family("implement"));
  EXPECT_NE(word_family("nation"), word_family("nature"));
  EXPECT_EQ(word_family("rail"), "rail");
}

}  // namespace
}  // namespace verbale
