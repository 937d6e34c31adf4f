#include "visits/visits.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <set>

#include "visits/made_reports.h"

namespace verbale {
namespace {

using namespace testing_visits;

const ReportedName kHost{"ann marlow", "AAA"};
const ReportedName kPremier{"paul reyes", "AAA"};
const ReportedName kGuest{"petr korda", "BBB"};

MeetingReport held(const std::string& document, const std::string& date, MeetingKind kind,
                   const ReportedName& host = kHost) {
  return at(account(document, "AAA", date, {host, kGuest}, kind), "Aville", "aville", "AAA");
}

MeetingReport told_visit(const std::string& document, const std::string& published) {
  MeetingReport report = account(document, "BBB", "", {kGuest}, MeetingKind::Visit);
  report.place = {"Aland", "", "AAA"};
  report.published = published;
  return report;
}

std::vector<MeetingReport> a_visit() {
  std::vector<MeetingReport> reports = {
      held("talks", "2031-05-02", MeetingKind::Talks), held("tea", "2031-05-02", MeetingKind::Tea),
      held("premier", "2031-05-03", MeetingKind::Meeting, kPremier),
      told_visit("visit", "2031-05-03"), told_visit("wrap-up", "2031-05-04")};
  // Nobody says where, but he was there.
  reports.push_back(account("speaker", "AAA", "2031-05-03", {{"lea novak", "AAA"}, kGuest},
                            MeetingKind::Meeting));
  return reports;
}

TEST(Visits, HoldItsMeetingsApart) {
  const Joined joined = join_reports(a_visit());
  ASSERT_EQ(joined.visits.size(), 1u);
  const Visit& visit = joined.visits.front();
  EXPECT_EQ(visit.host_state, "AAA");
  EXPECT_EQ(visit.guest_state, "BBB");
  EXPECT_EQ(visit.from, "2031-05-02");
  EXPECT_EQ(visit.to, "2031-05-03");
  EXPECT_EQ(joined.meetings.size(), 5u);  // talks, tea, two calls on others, and the visit itself
  EXPECT_EQ(visit.meetings.size(), 5u);
  EXPECT_EQ(visit.id, "v-talks");
}

TEST(Visits, LastAsLongAsAnyAccountSays) {
  std::vector<MeetingReport> reports = {held("talks", "2031-05-02", MeetingKind::Talks)};
  MeetingReport long_stay = told_visit("visit", "2031-05-02");
  long_stay.stay.days = 4;
  reports.push_back(long_stay);
  Visit visit = join_reports(reports).visits.front();
  EXPECT_EQ(visit.from, "2031-05-02");  // nobody tells which days they were
  EXPECT_EQ(visit.to, "2031-05-02");
  EXPECT_EQ(visit.days, 4);
  MeetingReport span = told_visit("wrap-up", "2031-05-09");  // published too late to be known by it
  span.stay = stay_from_text("2031-05-01/2031-05-04");
  reports.push_back(span);
  const Joined joined = join_reports(reports);
  ASSERT_EQ(joined.visits.size(), 1u);
  EXPECT_EQ(joined.visits.front().from, "2031-05-01");
  EXPECT_EQ(joined.visits.front().to, "2031-05-04");
}

TEST(Visits, TakeTheirEndFromAWeekday) {
  // 2031-05-02 is a Friday.
  std::vector<MeetingReport> reports = {held("talks", "2031-05-02", MeetingKind::Talks)};
  MeetingReport length = told_visit("length", "2031-05-02");
  length.stay.days = 3;
  MeetingReport left = told_visit("left", "");
  left.stay = stay_from_text("../-W-6");
  reports.push_back(left);
  Visit visit = join_reports(reports).visits.front();
  EXPECT_EQ(visit.from, "2031-05-02");
  EXPECT_EQ(visit.to, "2031-05-03");
  reports.push_back(length);  // three days, the last a Saturday
  visit = join_reports(reports).visits.front();
  EXPECT_EQ(visit.from, "2031-05-01");
  EXPECT_EQ(visit.to, "2031-05-03");
  // A weekday that the length leaves no room for is of something else.
  reports[1].stay = stay_from_text("../-W-3");
  visit = join_reports(reports).visits.front();
  EXPECT_EQ(visit.to, "2031-05-02");
}

TEST(Visits, AnotherMonthIsAnotherVisit) {
  std::vector<MeetingReport> reports = a_visit();
  reports.push_back(held("again", "2031-09-11", MeetingKind::Talks));
  const MeetingReport call =
      account("call", "AAA", "2031-05-03", {kHost, kGuest}, MeetingKind::Call);
  reports.push_back(call);
  const Joined joined = join_reports(reports);
  ASSERT_EQ(joined.visits.size(), 2u);
  for (const JoinedMeeting& meeting : joined.meetings) {
    const bool in_a_visit = meeting.kind != MeetingKind::Call;
    EXPECT_EQ(meeting.visit >= 0, in_a_visit);
  }
}

TEST(Visits, WithoutAnyDayOnlyWhereOneVisitFits) {
  std::vector<MeetingReport> reports = a_visit();
  reports.push_back(told_visit("no day", ""));
  Joined joined = join_reports(reports);
  ASSERT_EQ(joined.visits.size(), 1u);
  EXPECT_EQ(joined.meetings.size(), 5u);
  reports.push_back(held("again", "2031-09-11", MeetingKind::Talks));
  EXPECT_EQ(join_reports(reports).visits.size(), 3u);
}

TEST(Visits, AtATimeAndPlaceOfOthersIsNone) {
  const MeetingReport abroad =
      at(account("a", "AAA", "2031-05-02", {kHost, kGuest}, MeetingKind::Meeting), "Cport", "cport",
         "CCC");
  EXPECT_TRUE(join_reports(std::vector<MeetingReport>{abroad}).visits.empty());
}

// What a visit holds, by documents.
std::set<std::set<std::string>> contents(const std::vector<MeetingReport>& reports) {
  std::set<std::set<std::string>> all;
  const Joined joined = join_reports(reports);
  for (const Visit& visit : joined.visits) {
    std::set<std::string> documents;
    for (const int32_t meeting : visit.meetings) {
      for (const JoinedMember& member : joined.meetings[static_cast<size_t>(meeting)].members) {
        documents.insert(reports[static_cast<size_t>(member.report)].document);
      }
    }
    all.insert(documents);
  }
  return all;
}

TEST(Visits, OrderDoesNotCount) {
  std::vector<MeetingReport> reports = a_visit();
  reports.push_back(held("again", "2031-09-11", MeetingKind::Talks));
  reports.push_back(told_visit("late", "2031-09-13"));
  reports.push_back(told_visit("no day", ""));
  reports.push_back(told_visit("alone", "2031-12-01"));
  reports.push_back(told_visit("next", "2031-12-02"));
  const std::set<std::set<std::string>> expected = contents(reports);
  std::mt19937 random(3);
  for (int i = 0; i < 50; ++i) {
    std::shuffle(reports.begin(), reports.end(), random);
    ASSERT_EQ(contents(reports), expected);
  }
}

}  // namespace
}  // namespace verbale
