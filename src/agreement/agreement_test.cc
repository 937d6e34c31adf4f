#include "agreement/agreement.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "record/decision_json.h"

namespace verbale {
namespace {

// A letter a label.
std::vector<LabelPair> pairs(std::string_view a, std::string_view b) {
  std::vector<LabelPair> items;
  for (size_t i = 0; i < a.size(); ++i)
    items.push_back({std::string(1, a[i]), std::string(1, b[i])});
  return items;
}

// Krippendorff 2011, section A: binary data, two observers, ten units.
TEST(Coefficients, KrippendorffsBinaryExample) {
  const Coefficients measured = measure_agreement(pairs("0100000010", "1110010000"));
  EXPECT_NEAR(measured.alpha.value(), 0.095, 0.0005);
  EXPECT_NEAR(measured.percent.value(), 60.0, 1e-9);
}

// The same, section B: nominal data, two observers, twelve units.
TEST(Coefficients, KrippendorffsNominalExample) {
  EXPECT_NEAR(measure_agreement(pairs("aabbdcccedda", "babbbccceddd")).alpha.value(), 0.692,
              0.0005);
}

// Fifty grant proposals, the example that textbooks and encyclopaedias give for Cohen's kappa: both
// say yes to 20 and no to 15; 5 and 10 are granted by one reader alone. Observed .70, by chance
// .50.
TEST(Coefficients, FiftyGrantProposals) {
  const std::string a =
      std::string(20, 'y') + std::string(5, 'y') + std::string(10, 'n') + std::string(15, 'n');
  const std::string b =
      std::string(20, 'y') + std::string(5, 'n') + std::string(10, 'y') + std::string(15, 'n');
  const Coefficients measured = measure_agreement(pairs(a, b));
  EXPECT_NEAR(measured.percent.value(), 70.0, 1e-9);
  EXPECT_NEAR(measured.kappa.value(), 0.4, 1e-9);
}

// scikit-learn's own example of cohen_kappa_score: 0.6875.
TEST(Coefficients, KappaAsScikitLearnHasIt) {
  EXPECT_NEAR(measure_agreement(pairs("npnup", "npnun")).kappa.value(), 0.6875, 1e-9);
}

TEST(Coefficients, NothingToTellApartTellsNothing) {
  const Coefficients same = measure_agreement(pairs("aaaa", "aaaa"));
  EXPECT_EQ(same.percent, 100.0);
  EXPECT_EQ(same.kappa, std::nullopt);
  EXPECT_EQ(same.alpha, std::nullopt);
  EXPECT_EQ(measure_agreement({}).percent, std::nullopt);
}

// ---- Reviewers

Decision decide(const std::string& reviewer, const std::string& entry, Verdict verdict,
                uint32_t start = 10, uint32_t end = 30) {
  Decision decision;
  decision.reviewer = reviewer;
  decision.at = "2026-03-01T10:00:00Z";
  decision.verdict = verdict;
  decision.text = "x-1";
  decision.layer = Layer::Commitment;
  decision.place = {10, 30};
  decision.claim.id = entry;
  decision.body =
      R"({"id":")" + entry +
      R"(","kind":"pledged","by":["VNM"],"text":{"text":"","start":10,"end":30},"made_by":"r"})";
  if (verdict == Verdict::Correct) decision.change.content = {{start, end}};
  decision.id = decision_id(decision);
  return decision;
}

TEST(Agreement, OnlyWhatBothJudgedCounts) {
  const std::vector<Decision> decisions = {
      decide("Ann", "c-1", Verdict::Accept),  decide("Bob", "c-1", Verdict::Accept),
      decide("Ann", "c-2", Verdict::Accept),  decide("Bob", "c-3", Verdict::Reject),
      decide("Bob", "c-2", Verdict::Comment), decide("Cid", "c-2", Verdict::Reject)};
  const Agreement agreement = compare_reviewers(decisions, "Ann", "Bob");
  EXPECT_EQ(agreement.judged, 1u);
  EXPECT_EQ(agreement.only_a, 1u);
  EXPECT_EQ(agreement.only_b, 1u);
  EXPECT_EQ(agreement.strict.percent, 100.0);
  EXPECT_TRUE(agreement.differences.empty());
}

TEST(Agreement, BoundariesStrictAndTolerant) {
  // Half of the joint characters are shared by the first, less by the second.
  const std::vector<Decision> decisions = {
      decide("Ann", "c-1", Verdict::Accept), decide("Bob", "c-1", Verdict::Correct, 12, 30),
      decide("Ann", "c-2", Verdict::Accept), decide("Bob", "c-2", Verdict::Correct, 26, 60)};
  const Agreement agreement = compare_reviewers(decisions, "Ann", "Bob");
  EXPECT_EQ(agreement.strict.items, 4u);
  EXPECT_EQ(agreement.strict.percent, 0.0);
  EXPECT_EQ(agreement.tolerant.items, 3u);
  EXPECT_NEAR(agreement.tolerant.percent.value(), 100.0 / 3, 1e-9);
  ASSERT_EQ(agreement.differences.size(), 2u);
  ASSERT_EQ(agreement.differences[0].fields.size(), 1u);
  EXPECT_EQ(agreement.differences[0].fields[0].field, "content");
  EXPECT_EQ(agreement.differences[0].fields[0].b, "[[12, 30]]");
}

TEST(Agreement, WhatIsNoEntryIsNone) {
  Decision settled = decide("Chief", "c-1", Verdict::Accept);
  settled.adjudicates = true;
  const std::vector<Decision> decisions = {
      decide("Ann", "c-1", Verdict::Accept), decide("Bob", "c-1", Verdict::Reject), settled,
      decide("Ann", "c-2", Verdict::Reject), decide("Bob", "c-2", Verdict::Reject)};
  const Agreement agreement = compare_reviewers(decisions, "Ann", "Bob");
  EXPECT_EQ(agreement.strict.percent, 50.0);
  ASSERT_EQ(agreement.differences.size(), 1u);
  EXPECT_EQ(agreement.differences[0].settled, settled.id);
  EXPECT_TRUE(agreement.differences[0].fields.empty());
}

TEST(Agreement, TheOrderOfPartiesIsNoDifference) {
  Decision ann = decide("Ann", "c-1", Verdict::Correct);
  Decision bob = ann;
  bob.reviewer = "Bob";
  ann.change.by = {"VNM", "CHN"};
  bob.change.by = {"CHN", "VNM"};
  EXPECT_TRUE(compare_reviewers(std::vector{ann, bob}, "Ann", "Bob").differences.empty());
  bob.change.by = {"CHN"};
  EXPECT_EQ(compare_reviewers(std::vector{ann, bob}, "Ann", "Bob").differences.size(), 1u);
}

}  // namespace
}  // namespace verbale
