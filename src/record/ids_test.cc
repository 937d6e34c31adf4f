#include "record/ids.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace verbale {
namespace {

Document two_statements() {
  Document document;
  document.text = "Lâm said rain. He left.";
  Statement cued;
  cued.cue = {5, 9};  // "said": â takes two bytes
  cued.content = {{10, 14}};
  Statement unmarked;
  unmarked.content = {{16, 23}};
  document.statements = {cued, unmarked};
  return document;
}

RecordIds ids_of(const Document& document) {
  return make_ids(document, CodePointIndex(document.text));
}

TEST(Ids, TextIdIsThatOfTheCharacters) {
  EXPECT_EQ(text_id("abc"), text_id("abc"));
  EXPECT_NE(text_id("abc"), text_id("abd"));
  EXPECT_THAT(text_id(""), testing::MatchesRegex("x-[0-9a-z]+"));
  EXPECT_EQ(text_id("abc").size(), 14u);
}

TEST(Ids, NeverChangeFromVersionToVersion) {
  EXPECT_EQ(text_id("abc"), "x-q9w1dfwf077y");
  EXPECT_EQ(claim_id("x-0", Layer::Statement, 4, 0), claim_id("x-0", Layer::Statement, 4, 0));
}

TEST(Ids, AnchorIsTheCueOrTheContentInCodePoints) {
  const RecordIds ids = ids_of(two_statements());
  EXPECT_EQ(ids.of(Layer::Statement)[0].anchor, 4u);
  EXPECT_EQ(ids.of(Layer::Statement)[1].anchor, 15u);
}

TEST(Ids, DependOnNeitherActNorBoundaries) {
  Document document = two_statements();
  const RecordIds before = ids_of(document);
  document.statements[0].act = Act::Directive;
  document.statements[0].content = {{10, 13}};
  EXPECT_EQ(ids_of(document).of(Layer::Statement)[0].id, before.of(Layer::Statement)[0].id);
}

TEST(Ids, TellApartClaimsWithOneAnchor) {
  Document document = two_statements();
  document.statements.push_back(document.statements[0]);
  const std::vector<ClaimId> ids = ids_of(document).of(Layer::Statement);
  EXPECT_EQ(ids[2].nth, 1u);
  EXPECT_NE(ids[2].id, ids[0].id);
}

TEST(Ids, TellApartLayers) {
  EXPECT_NE(claim_id("x-0", Layer::Statement, 4, 0).substr(2),
            claim_id("x-0", Layer::Topic, 4, 0).substr(2));
}

TEST(Ids, PublicationDependsOnEachOfItsParts) {
  const PublicationBasis basis{"VNA", "2024-08-19", "http://a", "ff", "x-0"};
  PublicationBasis other = basis;
  other.outlet = "Xinhua";
  EXPECT_NE(publication_id(basis), publication_id(other));
  // The parts are kept apart.
  EXPECT_NE(publication_id({"a", "b", "", "", ""}), publication_id({"ab", "", "", "", ""}));
}

}  // namespace
}  // namespace verbale
