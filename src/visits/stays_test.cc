#include "visits/stays.h"

#include <gtest/gtest.h>

#include "pipeline/pipeline.h"

namespace verbale {
namespace {

class StaysTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> loaded = load_reader();
    ASSERT_TRUE(loaded) << loaded.error().message();
    reader_ = std::move(*loaded);
  }

  // The stay of the one visit that the text tells of, published on 6 March 2024.
  static std::string stay(std::string_view text) {
    Document document;
    document.source.name = "a";
    document.source.given.date = "2024-03-06";
    document.text = text;
    read_document(document, reader_);
    for (const Meeting& meeting : document.meetings) {
      if (meeting.kind == MeetingKind::Visit) return stay_text(read_stay(document, meeting.text));
    }
    return "no visit";
  }

  static Reader reader_;
};
Reader StaysTest::reader_;

TEST_F(StaysTest, IsToldAsAStretchOfDays) {
  EXPECT_EQ(stay("President Alar Karis of Estonia paid a state visit to Lithuania from March 4 to "
                 "6, 2024."),
            "2024-03-04/2024-03-06");
  EXPECT_EQ(stay("President Alar Karis of Estonia made a working visit to Lithuania on 28 February "
                 "- 2 March 2024."),
            "2024-02-28/2024-03-02");
  EXPECT_EQ(stay("At the invitation of President Gitanas Nauseda, President Alar Karis of Estonia "
                 "paid a visit to Lithuania from March 4 to March 6."),
            "2024-03-04/2024-03-06");
}

TEST_F(StaysTest, FollowsFromItsLengthAndAnEnd) {
  EXPECT_EQ(stay("President Alar Karis of Estonia began a three-day state visit to Lithuania on "
                 "Monday, 4 March 2024."),
            "2024-03-04/2024-03-06");
  EXPECT_EQ(stay("President Alar Karis of Estonia left Vilnius on Wednesday, 6 March 2024, ending "
                 "a two-day state visit to Lithuania."),
            "2024-03-05/2024-03-06");
}

TEST_F(StaysTest, ALengthAloneTellsNoDay) {
  EXPECT_EQ(stay("President Alar Karis of Estonia, who is in Vilnius for a three-day state visit "
                 "to Lithuania, met students."),
            "P3D");
}

TEST_F(StaysTest, MayOpenTheSentence) {
  EXPECT_EQ(stay("From March 4 to 6, 2024, President Alar Karis of Estonia paid a state visit to "
                 "Lithuania."),
            "2024-03-04/2024-03-06");
  EXPECT_EQ(stay("After the elections of March 1 and 2, President Alar Karis of Estonia paid a "
                 "state visit to Lithuania."),
            "");
}

TEST_F(StaysTest, IsToldInAnotherSentence) {
  EXPECT_EQ(stay("President Alar Karis of Estonia is paying a state visit to Lithuania. The visit "
                 "takes place from 5 to 7 March."),
            "2024-03-05/2024-03-07");
  EXPECT_EQ(stay("President Alar Karis of Estonia paid a state visit to Lithuania. The two-day "
                 "visit was his first."),
            "P2D");
  EXPECT_EQ(stay("President Alar Karis of Estonia paid a state visit to Lithuania. The visit "
                 "followed the fair of 1 to 3 March."),
            "");
}

TEST_F(StaysTest, IsUnderWay) {
  EXPECT_EQ(stay("President Alar Karis of Estonia is visiting Lithuania from March 5 through "
                 "March 7, 2024."),
            "2024-03-05/2024-03-07");
  EXPECT_EQ(stay("President Alar Karis of Estonia is visiting Lithuania next week."), "no visit");
}

TEST_F(StaysTest, OtherDaysOfTheSentenceAreNoneOfIt) {
  EXPECT_EQ(stay("President Alar Karis of Estonia paid a state visit to Lithuania and spoke of the "
                 "elections of 2028."),
            "");
}

TEST_F(StaysTest, AWeekdayIsAllThatATextWithoutADateTells) {
  Document document;
  document.source.name = "a";
  document.text =
      "President Alar Karis of Estonia left Vilnius on Wednesday, concluding a three-day state "
      "visit to Lithuania.";
  read_document(document, reader_);
  ASSERT_EQ(document.meetings.size(), 1U);
  EXPECT_EQ(stay_text(read_stay(document, document.meetings[0].text)), "P3D/-W-3");
}

TEST(StayText, IsReadAsItIsWritten) {
  for (const char* text : {"", "P3D", "2024-03-04/2024-03-06", "2024-03-04/..", "../2024-03-06",
                           "../-W-2", "-W-1/..", "P3D/-W-2", "-W-1/P3D"}) {
    EXPECT_EQ(stay_text(stay_from_text(text)), text);
  }
  EXPECT_EQ(stay_text(stay_from_text("nonsense/..")), "");
}

}  // namespace
}  // namespace verbale
