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

  // The word by its lemma, or as it is written.
  static bool has_word(const Document& document, Span span, std::string_view word) {
    if (document.str(span).find(word) != std::string_view::npos) return true;
    return std::ranges::any_of(document.tokens, [&](const Token& token) {
      return span.contains(token.span) && token.lemma == word;
    });
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

TEST_F(CompareTest, ATextPrintedAgainIsNoSecondWitness) {
  const Document one = read("a", kVilnius);
  const Document two = read("b", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&tallinn, &two, &one});
  ASSERT_EQ(comparison.accounts.size(), 2u);
  ASSERT_EQ(comparison.copies.size(), 1u);
  EXPECT_EQ(comparison.copies[0].document->source.name, "b");
  EXPECT_EQ(comparison.accounts[static_cast<size_t>(comparison.copies[0].of)]->source.name, "a");
  EXPECT_THAT(comparison.copies[0].own, testing::IsEmpty());
  const Point* school = point_with(comparison, "school for nurses");
  ASSERT_NE(school, nullptr);
  EXPECT_FALSE(school->shared());
  EXPECT_THAT(comparison_to_json(comparison, "m", {}), HasSubstr("\"prints\": \"a\""));
}

TEST_F(CompareTest, ACopyThatAddsMuchTellsOnlyWhatIsItsOwn) {
  const Document one = read("a", kVilnius);
  const Document more = read(
      "b", std::string(kVilnius) +
               "\n\nThe presidents visited the old observatory of the university, where students "
               "showed them a telescope made of glass from Kaunas. Karis invited Nauseda to open "
               "an exhibition of Baltic amber at the museum of Tartu in September. A choir of "
               "children from both capitals sang at the dinner that closed the day.");
  const Comparison comparison = compared({&one, &more});
  ASSERT_EQ(comparison.accounts.size(), 2u);
  EXPECT_THAT(comparison.witness, ElementsAre(0, 0));
  const Point* cables = point_with(comparison, "undersea cables");
  ASSERT_NE(cables, nullptr);
  EXPECT_EQ(cables->parts.size(), 1u);
  EXPECT_THAT(cables->absences, testing::IsEmpty());  // its silence would be its own words
  const Point* amber = point_with(comparison, "Baltic amber");
  ASSERT_NE(amber, nullptr);
  EXPECT_EQ(amber->parts.front().account, 1);
  for (const Point& point : comparison.points) EXPECT_FALSE(point.shared()) << point.label;
}

TEST_F(CompareTest, NamesThatBothAccountsUseAreNoDifference) {
  const Document one = read("a",
                            "President Alar Karis of Estonia met President Gitanas Nauseda of "
                            "Lithuania in Vilnius on 4 March 2024.\n\nKaris said Estonia will stop "
                            "trawlers without papers in the Gulf of Tonkin.");
  const Document same = read("b",
                             "President Gitanas Nauseda of Lithuania held talks with President "
                             "Alar Karis of Estonia in Vilnius on 4 March 2024.\n\nThe Estonian "
                             "president pledged to stop trawlers without papers in the Gulf of "
                             "Tonkin.");
  const Document other = read("c",
                              "President Gitanas Nauseda of Lithuania received President Alar "
                              "Karis of Estonia in Vilnius on 4 March 2024.\n\nEstonia promised to "
                              "stop trawlers without papers in the Beibu Gulf.");
  const Comparison alike = compared({&one, &same});
  const Point* gulf = point_with(alike, "trawlers");
  ASSERT_NE(gulf, nullptr);
  ASSERT_TRUE(gulf->shared());
  EXPECT_EQ(difference(*gulf, DifferenceKind::Names), nullptr);
  const Comparison unlike = compared({&one, &other});
  const Point* named = point_with(unlike, "trawlers");
  ASSERT_NE(named, nullptr);
  ASSERT_TRUE(named->shared());
  const Difference* names = difference(*named, DifferenceKind::Names);
  ASSERT_NE(names, nullptr);
  EXPECT_EQ(names->versions[0].value, "Gulf of Tonkin");
  EXPECT_EQ(names->versions[1].value, "Beibu Gulf");
}

TEST_F(CompareTest, ATopicIsWhatAClauseSpeaksOfAndNoVerbOrYear) {
  const Document document =
      read("a",
           "President Alar Karis of Estonia met President Gitanas Nauseda of Lithuania in Vilnius "
           "on 4 March 2024.\n\nKaris showed interest in long-distance cargo trains. Nauseda said "
           "that the 20th anniversary demonstrates the value of artificial intelligence.");
  const Comparison comparison = compared({&document});
  EXPECT_THAT(point_with(comparison, "cargo trains")->topic, HasSubstr("cargo trains"));
  EXPECT_EQ(point_with(comparison, "artificial")->topic, "artificial intelligence");
}

TEST_F(CompareTest, AmongVeryManyAccountsNothingIsSaidOfWhatWasNotLookedFor) {
  std::vector<Document> documents;
  for (const std::string_view told :
       {"a museum for toys was opened", "the harbour stays closed to yachts",
        "two bridges fell down", "children showed their maps", "nobody spoke about hospitals",
        "songs were heard all night", "pilots flew above the crowd", "books came from Riga",
        "wind turned against the sailors", "fishermen asked for cheaper fuel",
        "the winter market sold out", "chemists won a prize", "one depot burned",
        "a regatta ended early"}) {
    documents.push_back(
        read("d" + std::to_string(documents.size()), "On Monday " + std::string(told) + "."));
  }
  const Document vilnius = read("vilnius", kVilnius);
  std::vector<const Document*> accounts = {&vilnius};
  for (const Document& document : documents) accounts.push_back(&document);
  const Comparison comparison = compared(accounts);
  const Point* school = point_with(comparison, "school for nurses");
  ASSERT_NE(school, nullptr);
  ASSERT_FALSE(school->absences.empty());
  EXPECT_FALSE(school->absences.front().looked);
  const std::string page = comparison_html(comparison, "Karis", {});
  EXPECT_THAT(page, Not(HasSubstr("nothing comes near")));
  EXPECT_THAT(page, HasSubstr("not in 14 of 15 accounts"));
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
  const Comparison comparison = compared({&vilnius, &other});
  for (const Point& point : comparison.points) EXPECT_TRUE(point.absences.empty());
  EXPECT_EQ(read_witnesses(comparison), 1);
  EXPECT_EQ(unread_note(comparison, 0), "not read (vi)");
  const std::string html = comparison_html(comparison, "t", {});
  EXPECT_THAT(html, Not(HasSubstr("Only in")));
  EXPECT_THAT(html, HasSubstr("not read (vi)"));
  const std::string markdown = page_to_markdown(comparison_page(comparison, "t", {}));
  EXPECT_THAT(markdown, Not(HasSubstr("Only in")));
  EXPECT_THAT(markdown, HasSubstr("not read (vi)"));
  EXPECT_THAT(comparison_to_json(comparison, "m", {}), HasSubstr("\"only\": {}"));
}

// Two accounts of one meeting, and what each says of it.
std::string told_at_tartu(std::string_view words) {
  return "President Alar Karis of Estonia met President Gitanas Nauseda of Lithuania in Tartu on 4 "
         "March 2024.\n\n" +
         std::string(words);
}

TEST_F(CompareTest, AWordThatEveryAccountHasMakesNoPoint) {
  const Document one = read("a", told_at_tartu("Karis said that Estonia will deepen judicial "
                                               "cooperation. Nauseda praised the development of "
                                               "lighthouses in the world."));
  const Document two = read("b", told_at_tartu("Nauseda said that Lithuania will deepen its "
                                               "veterinary cooperation with Estonia. Karis noted "
                                               "the progress of humankind."));
  const Comparison comparison = compared({&one, &two});
  ASSERT_NE(point_with(comparison, "judicial"), nullptr);
  EXPECT_FALSE(point_with(comparison, "judicial")->shared());
  EXPECT_FALSE(point_with(comparison, "lighthouses")->shared());
}

TEST_F(CompareTest, ThingsOfAnotherKindAreNotTheSame) {
  const Document one = read("a", told_at_tartu("Karis said Estonia will open more ferry routes."));
  const Document two = read("b", told_at_tartu("Nauseda said Lithuania will open more bus routes. "
                                               "He said Lithuania will open new ferry routes."));
  const Comparison comparison = compared({&one, &two});
  const Point* ferry = point_with(comparison, "more ferry routes");
  ASSERT_NE(ferry, nullptr);
  EXPECT_NE(ferry, point_with(comparison, "bus routes"));
  EXPECT_EQ(ferry, point_with(comparison, "new ferry routes"));
}

TEST_F(CompareTest, AHeadlineGoesWithWhatItRepeats) {
  const Document one =
      read("a", "Estonia to protect seabed\n\n" +
                    told_at_tartu("Karis said Estonia will protect the seabed from trawlers."));
  const Document two =
      read("b", told_at_tartu("Nauseda proposed that both sides protect the seabed from mining."));
  const Comparison comparison = compared({&one, &two});
  const Point* headline = point_with(comparison, "Estonia to protect seabed");
  ASSERT_NE(headline, nullptr);
  EXPECT_EQ(headline, point_with(comparison, "from trawlers"));
}

TEST_F(CompareTest, WhatMayBeTheSameIsNotCalledAlone) {
  const Document one = read("a", told_at_tartu("Karis welcomed the return of the ferrymen to the "
                                               "armistice of the islands in late June. He praised "
                                               "a school for nurses in Riga."));
  const Document two = read("b", told_at_tartu("Nauseda said that the recommitment by rowers and "
                                               "captains to a longer armistice will calm the "
                                               "northern ports."));
  const Comparison comparison = compared({&one, &two});
  const Point* armistice = point_with(comparison, "armistice of the islands");
  ASSERT_NE(armistice, nullptr);
  EXPECT_TRUE(armistice->perhaps());
  EXPECT_FALSE(armistice->alone());
  ASSERT_NE(armistice->absence_of(1), nullptr);
  EXPECT_EQ(armistice->absence_of(1)->nearest.front().reason, NotSame::Perhaps);
  EXPECT_TRUE(point_with(comparison, "school for nurses")->alone());
  const std::string page = page_to_markdown(comparison_page(comparison, "t", {}));
  EXPECT_THAT(page, HasSubstr("Perhaps in several accounts"));
  EXPECT_THAT(page, HasSubstr("perhaps the same in b"));
}

TEST_F(CompareTest, SharedWordsStandInBothPassages) {
  const Document vilnius = read("vilnius", kVilnius);
  const Document tallinn = read("tallinn", kTallinn);
  const Comparison comparison = compared({&vilnius, &tallinn});
  for (const Point& point : comparison.points) {
    for (const Absence& absence : point.absences) {
      for (const NearPassage& near : absence.nearest) {
        const Document& there = *comparison.accounts[static_cast<size_t>(absence.account)];
        const Document& here = *comparison.accounts[static_cast<size_t>(point.parts[0].account)];
        for (const std::string& word : near.shared) {
          EXPECT_TRUE(has_word(there, near.span, word)) << word;
          EXPECT_TRUE(std::ranges::any_of(point.parts[0].spans, [&](Span span) {
            return has_word(here, span, word);
          })) << word;
        }
      }
    }
  }
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
