#include "accounts/scope.h"

#include <gmock/gmock.h>

#include "accounts/compare.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kReport =
    "President Gitanas Nauseda of Lithuania held talks with President Alar Karis of Estonia in "
    "Vilnius on 4 March 2024, right after the welcome ceremony.\n\n"
    "Nauseda said Lithuania will finish the rail link to Tallinn by 2028.\n\n"
    "After the talks, the two presidents witnessed the signing of 12 agreements.\n\n"
    "Later, Nauseda hosted a banquet for Karis, at which they praised the choirs of both "
    "countries.\n\n"
    "On the same day, Karis met with Prime Minister Ingrida Simonyte. The prime minister proposed "
    "a joint school for nurses. Simonyte said Lithuania wants more ferries.";

class ScopeTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> reader = load_reader();
    ASSERT_TRUE(reader) << reader.error().message();
    reader_ = std::move(*reader);
  }

  void SetUp() override {
    document_.source.name = "report";
    document_.text = kReport;
    read_document(document_, reader_);
  }

  // What is left of the text where the meetings of that kind are asked for.
  std::string told(MeetingKind kind) const {
    std::vector<int32_t> own;
    for (size_t i = 0; i < document_.meetings.size(); ++i) {
      if (document_.meetings[i].kind == kind) own.push_back(static_cast<int32_t>(i));
    }
    std::string left;
    uint32_t from = 0;
    for (const Span span : passages_of_others(document_, own)) {
      EXPECT_LE(from, span.begin);
      left += document_.str({from, span.begin});
      from = span.end;
    }
    return left + std::string(document_.str({from, static_cast<uint32_t>(kReport.size())}));
  }

  Document document_;
  static Reader reader_;
};
Reader ScopeTest::reader_;

TEST_F(ScopeTest, TheTalksAreToldWithoutTheMealAndWithoutOtherHosts) {
  const std::string talks = told(MeetingKind::Talks);
  EXPECT_THAT(talks, HasSubstr("rail link"));
  EXPECT_THAT(talks, HasSubstr("12 agreements"));  // a signing goes with what it came after
  EXPECT_THAT(talks, Not(HasSubstr("choirs")));
  EXPECT_THAT(talks, Not(HasSubstr("nurses")));
  EXPECT_THAT(talks, Not(HasSubstr("ferries")));
}

TEST_F(ScopeTest, AMealHasItsOwnWordsAlone) {
  const std::string banquet = told(MeetingKind::Banquet);
  EXPECT_THAT(banquet, HasSubstr("choirs"));
  EXPECT_THAT(banquet, Not(HasSubstr("rail link")));
  EXPECT_THAT(banquet, Not(HasSubstr("ferries")));
}

TEST_F(ScopeTest, AnotherHostKeepsWhatHeSaid) {
  const std::string meeting = told(MeetingKind::Meeting);
  EXPECT_THAT(meeting, HasSubstr("nurses"));
  EXPECT_THAT(meeting, HasSubstr("ferries"));
  EXPECT_THAT(meeting, Not(HasSubstr("rail link")));
}

TEST_F(ScopeTest, NothingIsLeftOutWhereNoMeetingIsAskedFor) {
  EXPECT_TRUE(passages_of_others(document_, {}).empty());
}

TEST_F(ScopeTest, WhatIsOutsideIsInNoPoint) {
  Result<Meanings> meanings = Meanings::load(reader_.knowledge->home);
  ASSERT_TRUE(meanings);
  const uint32_t begin = static_cast<uint32_t>(kReport.find("Later"));
  const ScopedAccount text{&document_, {{begin, static_cast<uint32_t>(kReport.size())}}};
  const Comparison comparison = compare(std::span(&text, 1), *reader_.knowledge, *meanings);
  ASSERT_FALSE(comparison.points.empty());
  for (const Point& point : comparison.points) {
    for (const PointPart& part : point.parts) {
      for (const Span span : part.spans) EXPECT_LE(span.end, begin) << document_.str(span);
    }
  }
  EXPECT_EQ(comparison.outside[0].size(), 1u);
}

}  // namespace
}  // namespace verbale
