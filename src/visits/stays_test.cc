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

TEST_F(StaysTest, OtherDaysOfTheSentenceAreNoneOfIt) {
  EXPECT_EQ(stay("President Alar Karis of Estonia paid a state visit to Lithuania and spoke of the "
                 "elections of 2028."),
            "");
}

TEST(StayText, IsReadAsItIsWritten) {
  for (const char* text : {"", "P3D", "2024-03-04/2024-03-06", "2024-03-04/..", "../2024-03-06"}) {
    EXPECT_EQ(stay_text(stay_from_text(text)), text);
  }
  EXPECT_EQ(stay_text(stay_from_text("nonsense/..")), "");
}

}  // namespace
}  // namespace verbale
