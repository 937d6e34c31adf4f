// Undertakings of comparisons that are put together by hand: what counts as one is a matter of
// points, parts and kinds.
#include "accounts/undertakings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace verbale {
namespace {

using testing::ElementsAre;

// An account of undertakings, each a line of its own.
Document account(std::string name,
                 const std::vector<std::pair<CommitmentKind, std::string>>& lines) {
  Document document;
  document.source.name = std::move(name);
  for (const auto& [kind, words] : lines) {
    Commitment commitment;
    commitment.kind = kind;
    commitment.text.begin = static_cast<uint32_t>(document.text.size());
    document.text += words;
    commitment.text.end = static_cast<uint32_t>(document.text.size());
    document.text += '\n';
    document.commitments.push_back(commitment);
  }
  return document;
}

PointPart part(int32_t account, std::vector<int32_t> commitments) {
  return {account, {}, {}, std::move(commitments), {}};
}

Point point(std::vector<PointPart> parts) {
  Point made;
  made.parts = std::move(parts);
  return made;
}

std::vector<std::string> told(const Comparison& comparison) {
  std::vector<std::string> lines;
  for (const SharedUndertaking& each : shared_undertakings(comparison)) {
    std::string line(to_string(each.kind));
    for (const ToldCommitment& one : each.told)
      line += " " + std::to_string(one.account) + "/" + std::to_string(one.commitment);
    lines.push_back(line);
  }
  return lines;
}

constexpr CommitmentKind kAgreed = CommitmentKind::Agreed;
constexpr CommitmentKind kAsked = CommitmentKind::Proposed;

TEST(Undertakings, ToldByTwoAccountsIsOneAndAsFarAsTheFurtherGoes) {
  const Document a = account("a", {{kAsked, "reopen the ferry line"}});
  const Document b = account("b", {{kAgreed, "reopen the ferry line in May"}});
  Comparison comparison;
  comparison.accounts = {&a, &b};
  comparison.points = {point({part(0, {0}), part(1, {0})})};
  EXPECT_THAT(told(comparison), ElementsAre("agreed 1/0 0/0"));
}

TEST(Undertakings, AllThatOneAccountTellsInAPointStay) {
  const Document a = account("a", {{kAgreed, "hold a seminar"},
                                   {kAgreed, "reopen the ferry line"},
                                   {kAsked, "lower the tolls"}});
  const Document b = account("b", {{kAgreed, "the ferry line will reopen"}});
  Comparison comparison;
  comparison.accounts = {&a, &b};
  comparison.points = {point({part(0, {0, 1, 2}), part(1, {0})})};
  EXPECT_THAT(told(comparison), ElementsAre("agreed 0/0", "agreed 0/1 1/0", "proposed 0/2"));
}

TEST(Undertakings, AKindThatOneAccountAloneHasStandsForItself) {
  const Document a = account("a", {{kAsked, "lower the tolls"}, {kAsked, "reopen the ferry line"}});
  const Document b = account("b", {{kAgreed, "study the tolls"}});
  Comparison comparison;
  comparison.accounts = {&a, &b};
  comparison.points = {point({part(0, {0, 1}), part(1, {0})})};
  EXPECT_THAT(told(comparison), ElementsAre("proposed 0/0", "proposed 0/1", "agreed 1/0"));
}

TEST(Undertakings, APointWithoutCommitmentsHasNone) {
  const Document a = account("a", {});
  Comparison comparison;
  comparison.accounts = {&a};
  comparison.points = {point({part(0, {})})};
  EXPECT_TRUE(told(comparison).empty());
}

}  // namespace
}  // namespace verbale
