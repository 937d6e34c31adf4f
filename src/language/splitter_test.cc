#include <gmock/gmock.h>

#include "language/analysis.h"

namespace verbale {
namespace {

using ::testing::ElementsAre;

const Knowledge& knowledge() {
  static const Knowledge loaded = [] {
    Knowledge out;
    Result<Abbreviations> loaded = Abbreviations::load(VERBALE_SOURCE_DIR);
    if (loaded.has_value()) out.abbreviations = std::move(loaded.value());
    return out;
  }();
  return loaded;
}

Document split(std::string text) {
  Document document;
  document.text = std::move(text);
  split_sentences(document, knowledge());
  return document;
}

std::vector<std::string> sentences(const std::string& text) {
  const Document document = split(text);
  std::vector<std::string> out;
  for (const Sentence& sentence : document.sentences) out.emplace_back(document.str(sentence.span));
  return out;
}

std::vector<std::string> tokens(const std::string& text) {
  const Document document = split(text);
  std::vector<std::string> out;
  for (const Token& token : document.tokens) out.emplace_back(document.str(token.span));
  return out;
}

TEST(Splitter, AFullStopEndsASentence) {
  EXPECT_THAT(sentences("The ministers met. They signed two documents."),
              ElementsAre("The ministers met.", "They signed two documents."));
}

TEST(Splitter, TitlesInitialsAndMonthsDoNot) {
  EXPECT_THAT(sentences("Gen. Sec. Lam and Mr. J. R. Smith met in Hanoi on Dec. 12 with Amb. Vo."),
              testing::SizeIs(1));
}

TEST(Splitter, InitialsEndOneOnlyBeforeAnOpener) {
  EXPECT_THAT(sentences("He flew to Washington, D.C. The visit was short."),
              ElementsAre("He flew to Washington, D.C.", "The visit was short."));
  EXPECT_THAT(sentences("The U.S. President spoke at 5 p.m. Hanoi time."), testing::SizeIs(2));
  EXPECT_THAT(sentences("The U.S. President spoke."), testing::SizeIs(1));
}

TEST(Splitter, ClosingQuotesBelongToTheSentence) {
  EXPECT_THAT(sentences("He said: \u201CWe agree.\u201D The talks ended."),
              ElementsAre("He said: \u201CWe agree.\u201D", "The talks ended."));
  EXPECT_THAT(sentences("\u201CWill they come?\u201D he asked."), testing::SizeIs(1));
}

TEST(Splitter, ALineIsAParagraph) {
  EXPECT_THAT(sentences("A headline\n\nHANOI, Aug. 19 (VNA) -- The talks ended"),
              ElementsAre("A headline", "HANOI, Aug. 19 (VNA) -- The talks ended"));
}

TEST(Splitter, AMissingBlankAfterAStop) {
  EXPECT_THAT(sentences("They spoke of peace.Both sides agreed."), testing::SizeIs(2));
}

TEST(Tokeniser, Hyphens) {
  EXPECT_THAT(tokens("Vietnam-China co-chair U.S.-led"),
              ElementsAre("Vietnam", "-", "China", "co-chair", "U.S.", "-", "led"));
  EXPECT_THAT(tokens("Vietnam\u2013China"), ElementsAre("Vietnam", "\u2013", "China"));
}

TEST(Tokeniser, Clitics) {
  EXPECT_THAT(tokens("China's don't it\u2019ll cannot parties'"),
              ElementsAre("China", "'s", "do", "n't", "it", "\u2019ll", "can", "not", "parties", "'"));
  EXPECT_THAT(tokens("O'Brien of Xi\u2019an"), ElementsAre("O'Brien", "of", "Xi\u2019an"));
}

TEST(Tokeniser, Amounts) {
  EXPECT_THAT(tokens("$65 million, 20%, 1,200.5 and 2025/26"),
              ElementsAre("$", "65", "million", ",", "20", "%", ",", "1,200.5", "and", "2025/26"));
}

TEST(Tokeniser, Addresses) {
  EXPECT_THAT(tokens("See https://example.org/a?b=c, or write to desk@mfa.example."),
              ElementsAre("See", "https://example.org/a?b=c", ",", "or", "write", "to", "desk@mfa.example", "."));
}

TEST(Tokeniser, VietnameseWithSeparateMarks) {
  EXPECT_THAT(tokens("To\u0302 La\u0302m"), ElementsAre("To\u0302", "La\u0302m"));
}

TEST(Tokeniser, InvisibleBlanks) {
  EXPECT_THAT(tokens("\u206010\u202Fpercent\u200B"), ElementsAre("10", "percent"));
}

TEST(Tokeniser, EveryTokenIsInItsSentence) {
  const Document document = split("\xFF\xFE. \"(A.B.C.\xF0 ... -- 1-1-1 n't ''' a@b \xE2\x80");
  for (const Sentence& sentence : document.sentences) {
    for (int32_t t = sentence.tokens.first; t < sentence.tokens.last; ++t) {
      EXPECT_TRUE(sentence.span.contains(document.tokens[static_cast<size_t>(t)].span));
    }
  }
}

TEST(Tokeniser, LongInputIsLinear) {
  for (const std::string unit : {"1-", "a.", "'s", "a-", "@", "x@", ".", "\u201C", "co-", "1,", "n't"}) {
    std::string text;
    while (text.size() < 400'000) text += unit;
    const Document document = split(text);
    EXPECT_FALSE(document.tokens.empty());
  }
}

TEST(Splitter, CutsWhatNoProseHas) {
  std::string text;
  for (int i = 0; i < 2500; ++i) text += "agreed ";
  const Document document = split(text);
  ASSERT_EQ(document.sentences.size(), 3u);
  EXPECT_EQ(document.tokens.size(), 2500u);
  EXPECT_EQ(document.sentences[2].tokens.size(), 500);
}

}  // namespace
}  // namespace verbale
