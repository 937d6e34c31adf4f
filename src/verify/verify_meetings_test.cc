// Each kind of corruption of what is joined across documents is made by hand, and must be found.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "store/test_documents.h"
#include "verify/verify.h"

namespace verbale {
namespace {

using namespace testing_store;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

void read_visit(Document& document, const std::string& side) {
  document.publication.side.value = side;
  document.publication.outlet.value = "Office of " + side;
  const int32_t host = add_person(document, "ann-marlow", "Ann Marlow", "NOR");
  const int32_t guest = add_person(document, "petr-korda", "Petr Korda", "CZE");
  Meeting talks;
  talks.kind = MeetingKind::Talks;
  talks.text = span_of(document, "talked");
  talks.participants = {{host, "Ann Marlow", {}, "NOR"}, {guest, "Petr Korda", {}, "CZE"}};
  talks.date = "2031-05-02";
  talks.place = "Oslo";
  talks.made_by = "meeting.clause";
  document.meetings = {talks};
}

class VerifyMeetingsTest : public testing::Test {
 protected:
  void SetUp() override {
    Store store = std::move(*Store::open(path_, "1"));
    for (const std::string side : {"NOR", "CZE"}) {
      Document document = load(side, side + ": Ann Marlow and Petr Korda talked in Oslo.\n");
      ASSERT_TRUE(add_document(store, std::move(document), [&](Document& loaded) { read_visit(loaded, side); }).has_value());
    }
    ASSERT_TRUE(store.join_meetings().has_value());
  }

  void corrupt(const std::string& sql) {
    const Database database(path_, Database::Mode::ReadWrite);
    database.execute("PRAGMA foreign_keys = OFF");
    database.execute(sql);
  }

  std::vector<std::string> findings() {
    std::vector<std::string> all;
    const Result<Proved> proved = verify_store(path_, [&](const Finding& finding) {
      all.push_back(finding.document + " " + finding.entry + " " + finding.what);
    });
    EXPECT_TRUE(proved.has_value()) << (proved ? "" : proved.error().message());
    return all;
  }

  int64_t count(const std::string& sql) { return Database(path_, Database::Mode::ReadWrite).number(sql); }

  TemporaryFolder folder_;
  std::string path_ = folder_.file("record.db");
};

TEST_F(VerifyMeetingsTest, ASoundRecordIsProved) {
  EXPECT_EQ(count("SELECT count(*) FROM meetings"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM visits"), 1);
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(VerifyMeetingsTest, FindsAnAccountThatIsNotThere) {
  corrupt("INSERT INTO meeting_members SELECT 'm-000000000000', id, 9, 0, 'join.same-day' FROM meetings");
  EXPECT_THAT(findings(), Contains(HasSubstr("but there is no such report")));
}

TEST_F(VerifyMeetingsTest, FindsAMeetingThatIsNotThere) {
  corrupt("DELETE FROM meetings");
  EXPECT_THAT(findings(), Contains(HasSubstr("which is no meeting")));
}

TEST_F(VerifyMeetingsTest, FindsAReportThatBelongsNowhere) {
  corrupt("DELETE FROM meeting_members WHERE ordinal = 1");
  EXPECT_THAT(findings(), Contains(HasSubstr("belongs to no meeting")));
}

TEST_F(VerifyMeetingsTest, FindsAReportThatIsGone) {
  corrupt("DELETE FROM meeting_reports WHERE id IN (SELECT report FROM meeting_members WHERE ordinal = 1)");
  EXPECT_THAT(findings(), Contains(HasSubstr("but there is no such report")));
}

TEST_F(VerifyMeetingsTest, FindsOtherPersons) {
  corrupt("UPDATE meeting_reports SET persons = '[]'");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not what the entry says")));
}

TEST_F(VerifyMeetingsTest, FindsAnotherDay) {
  corrupt("UPDATE meeting_reports SET date = '2031-05-09' WHERE id IN (SELECT report FROM meeting_members WHERE ordinal = 1)");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not what the entry says")));
  EXPECT_THAT(findings(), Contains(HasSubstr("is not the meeting that follows")));
}

TEST_F(VerifyMeetingsTest, FindsMovedEvidence) {
  corrupt("UPDATE meeting_reports SET start = start - 1");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not at")));
}

TEST_F(VerifyMeetingsTest, FindsAnotherVisit) {
  corrupt("UPDATE visits SET last_day = '2031-05-20'");
  EXPECT_THAT(findings(), Contains(HasSubstr("is not the visit that follows")));
}

TEST_F(VerifyMeetingsTest, FindsWrongLeads) {
  corrupt("INSERT INTO leads VALUES ('m-000000000000', 'm-111111111111')");
  EXPECT_THAT(findings(), Contains(HasSubstr("leads to m-111111111111, which is not there")));
  corrupt("DELETE FROM leads; INSERT INTO leads SELECT id, id FROM meetings");
  EXPECT_THAT(findings(), Contains(HasSubstr("leads elsewhere, although it is there")));
}

}  // namespace
}  // namespace verbale
