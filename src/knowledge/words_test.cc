#include "knowledge/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verbale {
namespace {

using testing::ElementsAre;

TEST(SplitWords, HyphensDashesAndQuotesAreNoWords) {
  EXPECT_THAT(split_words("Peru–Chile"), ElementsAre("peru", "chile"));
  EXPECT_THAT(split_words("a \"Five-Year\" plan"), ElementsAre("a", "five", "year", "plan"));
}

TEST(SplitWords, StopsAndCommasStayInsideAbbreviationsAndNumbers) {
  EXPECT_THAT(split_words("U.S.-Peru"), ElementsAre("u.s.", "peru"));
  EXPECT_THAT(split_words("1,250 of 3.5 Dec."), ElementsAre("1,250", "of", "3.5", "dec", "."));
  EXPECT_THAT(split_words("$40, 7%"), ElementsAre("$", "40", ",", "7", "%"));
}

TEST(SplitWords, PossessivesAreWordsOfTheirOwn) {
  EXPECT_THAT(split_words("Peru’s ministers’ call"), ElementsAre("peru", "'s", "ministers", "call"));
}

TEST(SplitWords, FoldsDiacritics) { EXPECT_EQ(word_phrase("Đổi  Mới"), "doi moi"); }

TEST(SplitWords, AnyBytesAreTaken) {
  EXPECT_THAT(split_words(""), ElementsAre());
  EXPECT_EQ(split_words("\xFF\xC3").size(), 2u);
}

// Three tokens, one of them with a hyphen inside, and a dash token between.
TEST(IndexWords, CutsTokensAndKeepsWhatStoodBetween) {
  Document document;
  document.text = "Lima-based envoys \xE2\x80\x93 Quito";
  const auto token = [&](uint32_t begin, uint32_t end, const char* lower, bool space) {
    Token t;
    t.span = {begin, end};
    t.lower = lower;
    t.space_before = space;
    document.tokens.push_back(t);
  };
  token(0, 10, "lima-based", false);
  token(11, 17, "envoys", true);
  token(18, 21, "\xE2\x80\x93", true);
  token(22, 27, "quito", true);
  document.sentences.push_back({.span = {0, 27}, .tokens = {0, 4}, .words = {}, .paragraph = 0});
  index_words(document);
  ASSERT_EQ(document.words.size(), 4u);
  EXPECT_EQ(document.sentences[0].words, (TokenRange{0, 4}));
  EXPECT_EQ(document.words[1].folded, "based");
  EXPECT_EQ(document.words[1].gap, WordGap::Hyphen);
  EXPECT_EQ(document.words[1].token, 0);
  EXPECT_EQ(document.words[2].gap, WordGap::Space);
  EXPECT_EQ(document.words[3].gap, WordGap::Dash);
}

}  // namespace
}  // namespace verbale
