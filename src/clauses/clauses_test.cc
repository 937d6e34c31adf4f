#include "clauses/clauses.h"

#include <gmock/gmock.h>

#include "pipeline/pipeline.h"

namespace verbale {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Not;

class ClausesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> loaded = load_reader();
    ASSERT_TRUE(loaded) << loaded.error().message();
    reader_ = std::move(*loaded);
  }

  static Document read(std::string text) {
    Document document;
    document.source.name = "account";
    document.text = std::move(text);
    read_document(document, reader_);
    return document;
  }

  static std::vector<std::string> texts(const Document& document) {
    std::vector<std::string> all;
    for (const Clause& clause : cut_clauses(document, *reader_.knowledge).clauses) {
      all.emplace_back(document.str(clause.span));
    }
    return all;
  }

  static Reader reader_;
};
Reader ClausesTest::reader_;

TEST_F(ClausesTest, AttributionIsNoPartOfWhatIsTold) {
  const Document document = read("President Nauseda said Lithuania will open a consulate in Hue.");
  EXPECT_THAT(texts(document), ElementsAre("Lithuania will open a consulate in Hue"));
}

TEST_F(ClausesTest, JoinedVerbsAreClausesOfTheirOwn) {
  const Document document = read(
      "The two presidents agreed to expand air links, simplify visa rules and train more nurses.");
  EXPECT_THAT(texts(document),
              ElementsAre("to expand air links", "simplify visa rules", "train more nurses"));
}

TEST_F(ClausesTest, AJoinedSubjectStaysWithItsVerb) {
  const Document document =
      read("The president said Estonia and its partners will supply generators.");
  EXPECT_THAT(texts(document), ElementsAre("Estonia and its partners will supply generators"));
}

TEST_F(ClausesTest, TheFieldsOfAListAreClauses) {
  const Document document = read(
      "The two sides agreed to widen cooperation in fields such as fisheries, trade and "
      "investment, and road transport.");
  EXPECT_THAT(texts(document), ElementsAre("to widen cooperation in fields such as", "fisheries",
                                           "trade and investment", "road transport"));
}

TEST_F(ClausesTest, ACutLeavesEachSideItsHead) {
  EXPECT_THAT(texts(read("The minister said Peru cherishes and gives the first place to the "
                         "orchards of Chile.")),
              ElementsAre("Peru cherishes and gives the first place to the orchards of Chile"));
  EXPECT_THAT(texts(read("Mr Duda underscored the commitment of Poland and its allies and partners "
                         "to the rescue of seals.")),
              ElementsAre("the commitment of Poland and its allies and partners to the rescue of "
                          "seals"));
  EXPECT_THAT(texts(read("The drought in the south, which has lasted for three years, topped the "
                         "agenda.")),
              ElementsAre("The drought in the south, which has lasted for three years, topped the "
                          "agenda"));
  EXPECT_THAT(texts(read("The minister said Chile sees the bridge through the prism of water and "
                         "energy guarantees.")),
              ElementsAre("Chile sees the bridge through the prism of water and energy "
                          "guarantees"));
}

TEST_F(ClausesTest, AQuotationKeepsBothItsMarks) {
  EXPECT_THAT(texts(read("The minister said Chile supports the principle of \"no catch without "
                         "papers\".")),
              ElementsAre("Chile supports the principle of \"no catch without papers\""));
}

TEST_F(ClausesTest, NoCharacterIsInTwoClauses) {
  const Document document = read(
      "The minister said Japan thanks Chile for its help, adding that he hopes Chile will join the "
      "talks, "
      "which he said matter to both, and stressed that trade must grow.");
  const ClausedDocument claused = cut_clauses(document, *reader_.knowledge);
  std::vector<Span> spans;
  for (const Clause& clause : claused.clauses) spans.push_back(clause.span);
  std::sort(spans.begin(), spans.end());
  for (size_t i = 1; i < spans.size(); ++i) EXPECT_LE(spans[i - 1].end, spans[i].begin);
  EXPECT_GE(spans.size(), 3u);
}

TEST_F(ClausesTest, NamesAreKnownByWhatTheyStandFor) {
  const Document document =
      read("President Nauseda said Lithuania will never sell missiles to Tehran.");
  const ClausedDocument claused = cut_clauses(document, *reader_.knowledge);
  ASSERT_EQ(claused.clauses.size(), 1u);
  EXPECT_TRUE(claused.clauses[0].negated);
  std::vector<std::string> keys;
  for (const Feature& feature : claused.clauses[0].features) keys.push_back(feature.key);
  EXPECT_THAT(keys, Contains("LTU"));
  EXPECT_THAT(keys, Contains("missile"));
  EXPECT_THAT(keys, Not(Contains("will")));
}

TEST_F(ClausesTest, AnEmptyDocumentHasNone) {
  EXPECT_TRUE(cut_clauses(read(""), *reader_.knowledge).clauses.empty());
  EXPECT_TRUE(cut_clauses(read(" \n\n"), *reader_.knowledge).units.empty());
}

}  // namespace
}  // namespace verbale
