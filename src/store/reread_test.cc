#include "store/reread.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/test_documents.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::IsEmpty;
using testing::SizeIs;

// A text of a hundred places with statements at the given ones; the cue is the first character.
Reading reading_with(const std::vector<Span>& places) {
  Document document = load("a", std::string(100, 'x'));
  for (const Span place : places) {
    Statement statement;
    statement.cue = {place.begin, place.begin + 1};
    statement.content = {place};
    statement.made_by = "test";
    document.statements.push_back(statement);
  }
  return make_reading(std::move(document), {}, test_reporter());
}

EarlierEntries as_old(const Reading& reading) {
  std::vector<OldEntry> old;
  const std::vector<EntryColumns>& columns = reading.columns[0];
  for (size_t i = 0; i < columns.size(); ++i) {
    old.push_back({Layer::Statement, reading.ids.claims[0][i], columns[i].start, columns[i].end, "",
                   reading.bodies[0][i]});
  }
  return {old, std::nullopt, false};
}

std::shared_ptr<ReviewedText> reviewed(std::vector<DecidedEntry> entries) {
  Decision decision;
  decision.verdict = Verdict::Correct;
  return std::make_shared<ReviewedText>(std::vector{decision}, std::move(entries));
}

TEST(KeepIds, NothingChangesWhereThePlacesAreTheSame) {
  const Reading before = reading_with({{0, 10}, {20, 30}});
  Reading after = reading_with({{0, 10}, {20, 30}});
  EXPECT_THAT(keep_ids(after, as_old(before)), IsEmpty());
  EXPECT_EQ(after.bodies, before.bodies);
}

TEST(KeepIds, AClaimThatOverlapsByHalfKeepsTheId) {
  const Reading before = reading_with({{0, 10}});
  Reading after = reading_with({{2, 10}});
  EXPECT_THAT(keep_ids(after, as_old(before)), IsEmpty());
  EXPECT_EQ(after.ids.claims[0][0].id, before.ids.claims[0][0].id);
  EXPECT_EQ(after.ids.claims[0][0].anchor, 0u);
}

TEST(KeepIds, WhatAPersonMovedKeepsItsIdWhereverItIs) {
  const Reading before = reading_with({{0, 10}, {20, 30}});
  Reading after = reading_with({{22, 30}, {60, 70}});
  const ClaimId moved = before.ids.claims[0][0];
  after.document.review = reviewed({{Layer::Statement, 1, moved, {}, {}, true, false}});
  EXPECT_THAT(keep_ids(after, as_old(before)), IsEmpty());
  EXPECT_EQ(after.ids.claims[0][1], moved);
  EXPECT_EQ(after.ids.claims[0][0].id, before.ids.claims[0][1].id);
  EXPECT_NE(after.bodies[0][1].find(moved.id), std::string::npos);
}

TEST(KeepIds, WhatAPersonRejectedLeadsNowhere) {
  const Reading before = reading_with({{0, 10}, {2, 40}});
  Reading after = reading_with({{2, 40}});
  after.document.review =
      reviewed({{Layer::Statement, -1, before.ids.claims[0][0], {}, {}, true, false}});
  const std::vector<RetiredEntry> retired = keep_ids(after, as_old(before));
  ASSERT_THAT(retired, SizeIs(1));
  EXPECT_TRUE(retired[0].rejected);
  EXPECT_EQ(retired[0].successor, "");
}

TEST(KeepIds, TheBestOverlapKeepsIt) {
  const Reading before = reading_with({{10, 20}});
  Reading after = reading_with({{4, 15}, {11, 20}});
  EXPECT_THAT(keep_ids(after, as_old(before)), IsEmpty());
  EXPECT_NE(after.ids.claims[0][0].id, before.ids.claims[0][0].id);
  EXPECT_EQ(after.ids.claims[0][1].id, before.ids.claims[0][0].id);
}

TEST(KeepIds, LessThanHalfLeadsToASuccessor) {
  const Reading before = reading_with({{0, 10}});
  Reading after = reading_with({{6, 40}});  // another anchor
  const std::vector<RetiredEntry> retired = keep_ids(after, as_old(before));
  ASSERT_THAT(retired, SizeIs(1));
  EXPECT_EQ(retired[0].successor, after.ids.claims[0][0].id);
  EXPECT_NE(after.ids.claims[0][0].id, before.ids.claims[0][0].id);
}

TEST(KeepIds, TheSameAnchorKeepsItWhereOnlyTheEndMoved) {
  const Reading before = reading_with({{0, 10}});
  Reading after = reading_with({{0, 40}});
  EXPECT_THAT(keep_ids(after, as_old(before)), IsEmpty());
  EXPECT_EQ(after.ids.claims[0][0].id, before.ids.claims[0][0].id);
}

TEST(KeepIds, NothingThereIsAnOrphan) {
  const Reading before = reading_with({{0, 10}, {50, 60}});
  Reading after = reading_with({{50, 60}});
  const std::vector<RetiredEntry> retired = keep_ids(after, as_old(before));
  ASSERT_THAT(retired, SizeIs(1));
  EXPECT_EQ(retired[0].entry.id.id, before.ids.claims[0][0].id);
  EXPECT_EQ(retired[0].successor, "");
}

TEST(KeepIds, ANewClaimTakesNoIdThatIsKept) {
  // The old claim moves on; a new one stands where its anchor was.
  const Reading before = reading_with({{10, 30}});
  Reading after = reading_with({{12, 30}, {10, 12}});
  keep_ids(after, as_old(before));
  EXPECT_EQ(after.ids.claims[0][0].id, before.ids.claims[0][0].id);
  EXPECT_NE(after.ids.claims[0][1].id, before.ids.claims[0][0].id);
}

TEST(KeepIds, WhatWasBeforeAllDecisionsComesBack) {
  // A decision has moved one claim onto most of another's words, and a third stands where it was.
  const Reading before = reading_with({{0, 10}, {40, 60}});
  Reading meanwhile = reading_with({{42, 60}, {8, 20}});
  meanwhile.document.review = reviewed({{Layer::Statement, 0, before.ids.claims[0][0], {}, {}, true, false}});
  EarlierEntries earlier = as_old(before);
  keep_ids(meanwhile, earlier);
  EXPECT_EQ(meanwhile.ids.claims[0][0].id, before.ids.claims[0][0].id);
  Reading after = reading_with({{0, 10}, {40, 60}});
  after.document.review = reviewed({{Layer::Statement, 0, meanwhile.ids.claims[0][1], {}, {}, true, false}});
  after.document.review->decisions.front().withdrawn_at = "2026-03-02T10:00:00Z";
  earlier = {as_old(meanwhile).standing, as_old(before).standing, false};
  const std::vector<RetiredEntry> retired = keep_ids(after, earlier);
  EXPECT_EQ(after.ids.claims[0], before.ids.claims[0]);
  ASSERT_THAT(retired, SizeIs(1));
  EXPECT_EQ(retired[0].entry.id.id, meanwhile.ids.claims[0][1].id);
}

TEST(KeepIds, GoesThroughThousandsOfEntriesQuickly) {
  std::vector<Span> places;
  for (uint32_t i = 0; i < 20000; ++i) places.push_back({i * 4, i * 4 + 3});
  const auto reading = [&] {
    Document document = load("a", std::string(80000, 'x'));
    for (const Span place : places) {
      Quantity quantity;
      quantity.text = place;
      document.quantities.push_back(quantity);
    }
    return make_reading(std::move(document), {}, test_reporter());
  };
  const Reading before = reading();
  std::vector<OldEntry> old;
  const size_t layer = static_cast<size_t>(Layer::Quantity);
  for (size_t i = 0; i < before.columns[layer].size(); ++i) {
    old.push_back({Layer::Quantity, before.ids.claims[layer][i], before.columns[layer][i].start,
                   before.columns[layer][i].end, "", ""});
  }
  Reading after = reading();
  EXPECT_THAT(keep_ids(after, {old, std::nullopt, false}), IsEmpty());
}

}  // namespace
}  // namespace verbale
