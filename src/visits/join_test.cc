#include "visits/join.h"

#include <gmock/gmock.h>

#include <random>
#include <set>

#include "visits/made_reports.h"

namespace verbale {
namespace {

using namespace testing_visits;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

const ReportedName kMarlow{"ann marlow", "AAA"};
const ReportedName kOrban{"petr korda", "BBB"};
const ReportedName kThird{"ines duarte", "CCC"};
const ReportedName kMinister{"paul reyes", "AAA"};

using Documents = std::set<std::string>;

// The documents of each meeting.
std::set<Documents> groups(const std::vector<MeetingReport>& reports) {
  std::set<Documents> all;
  for (const JoinedMeeting& meeting : join_meetings(reports)) {
    Documents documents;
    for (const JoinedMember& member : meeting.members)
      documents.insert(reports[static_cast<size_t>(member.report)].document);
    all.insert(documents);
  }
  return all;
}

bool join(const MeetingReport& a, const MeetingReport& b) { return groups({a, b}).size() == 1; }

TEST(Join, SamePrincipalsOnOneDay) {
  EXPECT_TRUE(join(account("a", "AAA", "2031-05-02", {kMarlow, kOrban}),
                   account("b", "BBB", "2031-05-02", {kOrban, kMarlow})));
  EXPECT_FALSE(join(account("a", "AAA", "2031-05-02", {kMarlow, kOrban}),
                    account("b", "BBB", "2031-06-02", {kOrban, kMarlow})));
}

TEST(Join, AnOfficeTellsOfACallOnce) {
  MeetingReport first = account("a", "AAA", "2031-05-02", {kMarlow, kOrban});
  MeetingReport second = account("b", "AAA", "2031-05-02", {kMarlow, kOrban});
  EXPECT_TRUE(join(first, second));  // one of them may be on what was said about it
  first.call_title = "telephone conversation with petr korda";
  EXPECT_TRUE(join(first, second));
  second.call_title = "another telephone conversation with petr korda";
  EXPECT_FALSE(join(first, second));
  second.outlet = "Office of BBB";
  EXPECT_TRUE(join(first, second));
  second.outlet = first.outlet;
  second.text = first.text;  // published twice
  EXPECT_TRUE(join(first, second));
}

TEST(Join, NeverOtherPrincipals) {
  const MeetingReport call = account("a", "AAA", "2031-05-02", {kMarlow, kOrban});
  EXPECT_FALSE(join(call, account("b", "CCC", "2031-05-02", {kThird, kMarlow})));
  EXPECT_FALSE(join(call, account("b", "BBB", "2031-05-02", {kOrban, kMinister})));
  // Three sides are not two of them.
  EXPECT_FALSE(join(call, account("b", "BBB", "2031-05-02", {kOrban, kMarlow, kThird})));
  // The leader's talks with a minister present are not the minister's.
  EXPECT_TRUE(join(call, account("b", "BBB", "2031-05-02", {kOrban, kMarlow, kMinister})));
}

TEST(Join, KindDoesNotForbidButPlaceDoes) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  const MeetingReport call = account("a", "AAA", "2031-05-02", two);
  EXPECT_TRUE(join(call, account("b", "BBB", "2031-05-02", two, MeetingKind::Meeting)));
  const MeetingReport here =
      at(account("c", "AAA", "2031-05-02", two, MeetingKind::Talks), "Aville", "aville", "AAA");
  EXPECT_FALSE(join(here, at(account("d", "BBB", "2031-05-02", two, MeetingKind::Talks), "Btown",
                             "btown", "BBB")));
  EXPECT_TRUE(join(
      here, at(account("d", "BBB", "2031-05-02", two, MeetingKind::Meeting), "Aland", "", "AAA")));
  EXPECT_FALSE(join(here, at(account("d", "BBB", "2031-05-02", two, MeetingKind::Tea), "Aville",
                             "aville", "AAA")));
}

TEST(Join, ADayApartOnlyAcrossSides) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  const MeetingReport first = account("a", "AAA", "2031-05-02", two);
  EXPECT_TRUE(join(first, account("b", "BBB", "2031-05-03", two)));
  EXPECT_FALSE(join(first, account("b", "AAA", "2031-05-03", two)));
  EXPECT_FALSE(join(first, account("b", "BBB", "2031-05-04", two)));
  EXPECT_TRUE(join(first, published_only(account("b", "BBB", "2031-05-03", two))));
  EXPECT_FALSE(join(published_only(first), published_only(account("b", "AAA", "2031-05-03", two))));
  // At one place there is one date.
  const MeetingReport here =
      at(account("c", "AAA", "2031-05-02", two, MeetingKind::Talks), "Aville", "aville", "AAA");
  EXPECT_FALSE(join(here, at(account("d", "BBB", "2031-05-03", two, MeetingKind::Talks), "Aville",
                             "aville", "AAA")));
}

TEST(Join, NoChainOverDays) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  const std::vector<MeetingReport> reports = {
      account("a", "AAA", "2031-05-02", two), account("b", "BBB", "2031-05-03", two),
      account("c", "AAA", "2031-05-03", two), account("d", "BBB", "2031-05-04", two)};
  EXPECT_THAT(groups(reports),
              UnorderedElementsAre(Documents{"a"}, Documents{"b", "c"}, Documents{"d"}));
}

TEST(Join, NamesByPartAndSpelling) {
  const MeetingReport full =
      account("a", "AAA", "2031-05-02", {{"ann rosa marlow", "AAA"}, {"petr kordanov", "BBB"}});
  EXPECT_TRUE(
      join(full, account("b", "BBB", "2031-05-02", {{"marlow", "AAA"}, {"petr kordanow", "BBB"}})));
  EXPECT_FALSE(
      join(full, account("b", "BBB", "2031-05-02", {{"rosa", "AAA"}, {"petr kordanov", "BBB"}})));
}

TEST(Join, TitlesOfOneOutletThatNameOthersTellOfOtherMeetings) {
  MeetingReport both = account("a", "AAA", "2031-05-02", {kMarlow, kOrban, {"lea novak", "BBB"}},
                               MeetingKind::Meeting);
  MeetingReport one = account("b", "AAA", "2031-05-02", {kMarlow, kOrban}, MeetingKind::Meeting);
  both.named = 3;
  one.named = 2;
  EXPECT_FALSE(join(both, one));
  both.named = 0;
  EXPECT_TRUE(join(both, one));
  both.named = 3;
  one.outlet = "Office of BBB";
  EXPECT_TRUE(join(both, one));
}

TEST(Join, HostsOfOneSideShowNothing) {
  const std::vector<ReportedName> hosts{kMarlow, kMinister};
  EXPECT_FALSE(join(account("a", "AAA", "2031-05-02", hosts, MeetingKind::Meeting),
                    account("b", "AAA", "2031-05-02", hosts, MeetingKind::Meeting)));
}

TEST(Join, WithoutADayOnlyWhereOneMeetingFits) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  const MeetingReport first = account("a", "AAA", "2031-05-02", two);
  const MeetingReport late = undated(account("u", "BBB", "", two), "2031-05-03");
  EXPECT_TRUE(join(first, late));
  EXPECT_TRUE(join(first, undated(account("u", "BBB", "", two))));
  EXPECT_FALSE(join(first, undated(account("u", "BBB", "", two), "2031-06-20")));
  const std::vector<MeetingReport> reports = {first, account("b", "AAA", "2031-05-03", two), late};
  EXPECT_THAT(groups(reports),
              UnorderedElementsAre(Documents{"a"}, Documents{"b"}, Documents{"u"}));
  for (const JoinedMeeting& meeting : join_meetings(std::vector<MeetingReport>{first, late})) {
    ASSERT_EQ(meeting.members.size(), 2u);
    EXPECT_TRUE(meeting.members[1].inferred);
    EXPECT_EQ(meeting.members[1].made_by, "join.only-meeting");
    EXPECT_FALSE(meeting.members[1].reason.empty());
  }
}

TEST(Join, MentionsSpeakForNoMeetingThatHasAccounts) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  MeetingReport mention = account("m", "CCC", "2031-05-02", two, MeetingKind::Talks);
  mention.standing = Standing::Mention;
  const std::vector<MeetingReport> reports = {mention, account("a", "AAA", "2031-05-02", two)};
  const std::vector<JoinedMeeting> joined = join_meetings(reports);
  ASSERT_EQ(joined.size(), 1u);
  EXPECT_EQ(joined[0].id, "m-a");
  EXPECT_EQ(joined[0].kind, MeetingKind::Call);
  EXPECT_EQ(joined[0].members[1].standing, Standing::Mention);
}

TEST(Join, IdIsOfTheFirstStoredAndTheRestOfContent) {
  const std::vector<ReportedName> two{kMarlow, kOrban};
  MeetingReport a = account("a", "AAA", "2031-05-02", {kMarlow, {"korda", "BBB"}});
  MeetingReport b = account("b", "BBB", "2031-05-02", two);
  a.stored = 2;
  b.stored = 1;
  JoinedMeeting one = join_meetings(std::vector<MeetingReport>{a, b}).front();
  EXPECT_EQ(one.id, "m-b");
  EXPECT_EQ(one.participants[1].name, "petr korda");
  b.stored = 3;
  EXPECT_EQ(join_meetings(std::vector<MeetingReport>{b, a}).front().id, "m-a");
}

// Ten readouts from one template: same outlet, same minister, a counterpart and a day each.
TEST(Join, TemplatesStayApart) {
  std::vector<MeetingReport> reports;
  for (int i = 0; i < 10; ++i) {
    const std::string state(3, static_cast<char>('D' + i));
    reports.push_back(account("t" + std::to_string(i), "AAA", "2031-05-02",
                              {kMinister, {"leader of " + state, state}}));
  }
  EXPECT_EQ(groups(reports).size(), 10u);
}

TEST(Join, OrderDoesNotCount) {
  std::mt19937 random(7);
  const std::vector<ReportedName> all{kMarlow,   kOrban,           kThird,
                                      kMinister, {"korda", "BBB"}, {"marlow", ""}};
  const MeetingKind kinds[] = {MeetingKind::Call, MeetingKind::Talks, MeetingKind::Tea,
                               MeetingKind::Meeting};
  for (int round = 0; round < 40; ++round) {
    std::vector<MeetingReport> reports;
    for (int i = 0; i < 30; ++i) {
      std::vector<ReportedName> persons = all;
      std::shuffle(persons.begin(), persons.end(), random);
      persons.resize(2 + random() % 2);
      const std::string day = "2031-05-0" + std::to_string(1 + random() % 4);
      MeetingReport report = account("r" + std::to_string(i), random() % 2 ? "AAA" : "BBB", day,
                                     persons, kinds[random() % 4]);
      if (random() % 3 == 0) report = published_only(report);
      if (random() % 4 == 0) report = undated(report, random() % 2 ? day : "");
      if (random() % 5 == 0) report.standing = Standing::Mention;
      reports.push_back(report);
    }
    const std::set<Documents> expected = groups(reports);
    size_t together = 0;
    for (const Documents& group : expected) together += group.size();
    ASSERT_EQ(together, reports.size());
    for (int shuffle = 0; shuffle < 5; ++shuffle) {
      std::shuffle(reports.begin(), reports.end(), random);
      ASSERT_EQ(groups(reports), expected);
    }
  }
}

TEST(Join, ManyAccountsOfOneSummit) {
  std::vector<MeetingReport> reports;
  for (int i = 0; i < 500; ++i) {
    reports.push_back(
        account("d" + std::to_string(i), i % 2 ? "AAA" : "BBB", "2031-05-02", {kMarlow, kOrban}));
  }
  EXPECT_EQ(groups(reports).size(), 1u);
}

}  // namespace
}  // namespace verbale
