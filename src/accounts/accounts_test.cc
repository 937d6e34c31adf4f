#include <gmock/gmock.h>

#include <algorithm>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "accounts/pages.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view kVilnius =
    "Presidents meet in Vilnius\n\n"
    "President Gitanas Nauseda of Lithuania held talks with President Alar Karis of Estonia in "
    "Vilnius "
    "on 4 March 2024.\n\n"
    "Nauseda said Lithuania will finish the rail link to Tallinn by 2028. The two presidents "
    "stressed the "
    "need to protect undersea cables in the Baltic Sea. They signed 12 agreements. Nauseda "
    "proposed that "
    "the two sides open a joint school for nurses.";
constexpr std::string_view kTallinn =
    "President Alar Karis of Estonia met President Gitanas Nauseda of Lithuania in Vilnius on 4 "
    "March 2024.\n\n"
    "The two presidents agreed to guard undersea cables in the Baltic Sea. Karis welcomed the rail "
    "link to "
    "Tallinn, which Lithuania will finish by 2030. They signed 14 agreements. Karis said Estonia "
    "supports "
    "a tax on digital services.";

class CompareTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> reader = load_reader();
    ASSERT_TRUE(reader) << reader.error().message();
    reader_ = std::move(*reader);
    Result<Meanings> meanings = Meanings::load(reader_.knowledge->home);
    ASSERT_TRUE(meanings) << meanings.error().message();
    meanings_ = std::move(*meanings);
  }

  static Document read(std::string name, std::string_view text) {
    Document document;
    document.source.name = std::move(name);
    document.text = text;
    read_document(document, reader_);
    return document;
  }

  static Comparison compared(const std::vector<const Document*>& documents) {
    return compare(documents, *reader_.knowledge, meanings_);
  }

  // "vilnius|tallinn" words of a point, to be looked for.
  static const Point* point_with(const Comparison& comparison, std::string_view words) {
    for (const Point& point : comparison.points) {
      for (const PointPart& part : point.parts) {
        for (const Span span : part.spans) {
          const Document& document = *comparison.accounts[static_cast<size_t>(part.account)];
          if (document.str(span).find(words) != std::string_view::npos) return &point;
        }
      }
    }
    return nullptr;
  }

  static const Difference* difference(const Point& point, DifferenceKind kind) {
    const auto found = std::ranges::find(point.differences, kind, &Difference::kind);
    return found == point.differences.end() ? nullptr : &*found;
  }

  static Reader reader_;
  static Meanings meanings_;
};
Reader CompareTest::reader_;
Meanings CompareTest::meanings_;

TEST_F(CompareTest, TheSameInOtherWordsAndOrderIsOnePoint) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&vilnius, &tallinn});
  const Point* cables = point_with(comparison, "protect undersea cables");
  ASSERT_NE(cables, nullptr);
  EXPECT_TRUE(cables->shared());
  EXPECT_EQ(cables, point_with(comparison, "guard undersea cables"));
  const Difference* strength = difference(*cables, DifferenceKind::Strength);
  ASSERT_NE(strength, nullptr);
  EXPECT_THAT(strength->versions[0].value, HasSubstr("agreed"));
  EXPECT_THAT(strength->versions[1].value, HasSubstr("stressed"));
}

TEST_F(CompareTest, WhatOneAccountAloneHasIsToldWithWhereItWasLookedFor) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&vilnius, &tallinn});
  const Point* school = point_with(comparison, "school for nurses");
  ASSERT_NE(school, nullptr);
  ASSERT_FALSE(school->shared());
  ASSERT_EQ(school->absences.size(), 1u);
  EXPECT_EQ(comparison.accounts[static_cast<size_t>(school->absences[0].account)]->source.name,
            "tallinn");
  EXPECT_FALSE(point_with(comparison, "tax on digital services")->shared());
}

TEST_F(CompareTest, NumbersThatDisagreeAreSetAgainstEachOther) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&vilnius, &tallinn});
  const Point* signing = point_with(comparison, "12 agreements");
  ASSERT_NE(signing, nullptr);
  ASSERT_EQ(signing, point_with(comparison, "14 agreements"));
  const Difference* numbers = difference(*signing, DifferenceKind::Numbers);
  ASSERT_NE(numbers, nullptr);
  EXPECT_EQ(numbers->versions[0].value, "14");
  EXPECT_EQ(numbers->versions[1].value, "12");
}

TEST_F(CompareTest, TheOrderOfTheFilesDoesNotMatter) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const std::string one = comparison_to_json(compared({&vilnius, &tallinn}), "m", {});
  EXPECT_EQ(one, comparison_to_json(compared({&tallinn, &vilnius}), "m", {}));
  EXPECT_EQ(one, comparison_to_json(compared({&vilnius, &tallinn}), "m", {}));
}

TEST_F(CompareTest, ATextBesideItselfDiffersInNothing) {
  const Document one = read("a", kVilnius);
  const Document two = read("b", kVilnius);
  for (const Point& point : compared({&one, &two}).points) {
    EXPECT_TRUE(point.shared()) << point.label;
    EXPECT_THAT(point.differences, testing::IsEmpty()) << point.label;
  }
}

TEST_F(CompareTest, OneAccountAloneHasOnlyItsOwnPoints) {
  const Document vilnius = read("vilnius", kVilnius);
  const Comparison comparison = compared({&vilnius});
  EXPECT_FALSE(comparison.points.empty());
  for (const Point& point : comparison.points) {
    EXPECT_FALSE(point.shared());
    EXPECT_TRUE(point.absences.empty());
  }
  EXPECT_TRUE(compared({}).points.empty());
}

TEST_F(CompareTest, ADocumentThatContradictsItselfIsShownToDoSo) {
  const Document document = read(
      "a",
      "President Alar Karis of Estonia met President Gitanas Nauseda of Lithuania in Vilnius.\n\n"
      "Karis said Estonia will send engineers to the Narva power station. They toured a school. "
      "Karis said Estonia will not send engineers to the Narva power station.");
  const Comparison comparison = compared({&document});
  const Point* engineers = point_with(comparison, "will send engineers");
  ASSERT_NE(engineers, nullptr);
  EXPECT_EQ(engineers, point_with(comparison, "will not send engineers"));
  const Difference* negation = difference(*engineers, DifferenceKind::Negation);
  ASSERT_NE(negation, nullptr);
  EXPECT_EQ(negation->versions.size(), 2u);
}

TEST_F(CompareTest, TheSilenceOfAnUnreadLanguageIsNotCounted) {
  const Document vilnius = read("vilnius", kVilnius);
  Document other =
      read("other", "Hai nhà lãnh đạo đã hội đàm tại Hà Nội và nhất trí tăng cường hợp tác.");
  other.publication.language = "vi";
  for (const Point& point : compared({&vilnius, &other}).points)
    EXPECT_TRUE(point.absences.empty());
}

TEST_F(CompareTest, FiltersChoosePoints) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&vilnius, &tallinn});
  for (const int32_t p : chosen_points(comparison, {true, false, {}})) {
    EXPECT_TRUE(comparison.points[static_cast<size_t>(p)].shared());
  }
  const std::vector<int32_t> only = chosen_points(comparison, {false, false, "tallinn"});
  EXPECT_FALSE(only.empty());
  for (const int32_t p : only) {
    EXPECT_EQ(comparison.points[static_cast<size_t>(p)].parts.front().account, 0);
  }
}

TEST_F(CompareTest, ThePageNeedsNothingOutsideItself) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("<tallinn>", kTallinn);
  const std::string page = comparison_html(compared({&vilnius, &tallinn}), "A & B", {});
  EXPECT_THAT(page, HasSubstr("&lt;tallinn&gt;"));
  EXPECT_THAT(page, HasSubstr("A &amp; B"));
  EXPECT_THAT(page, Not(HasSubstr("http")));
  EXPECT_THAT(page, Not(HasSubstr("src=")));
}

}  // namespace
}  // namespace verbale
