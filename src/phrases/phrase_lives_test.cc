#include "phrases/phrase_lives.h"

#include <gmock/gmock.h>

#include <chrono>

#include "phrases/phrases_json.h"
#include "phrases/repeats.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::UnorderedElementsAre;

// All maximal repeats, as word -> how often.
std::map<std::vector<int32_t>, size_t> repeats_of(const std::vector<int32_t>& words,
                                                  int32_t shortest) {
  std::map<std::vector<int32_t>, size_t> out;
  find_repeats(words, shortest, [&](const Repeat& repeat) {
    const auto first = words.begin() + repeat.starts[0];
    out[{first, first + repeat.length}] = repeat.starts.size();
  });
  return out;
}

TEST(Repeats, AreMaximal) {
  EXPECT_THAT(repeats_of({1, 2, 3, -1, 9, 1, 2, 3, -1}, 1),
              UnorderedElementsAre(Pair(std::vector{1, 2, 3}, 2)));
  EXPECT_THAT(repeats_of({1, 2, 3, -1, 1, 2, 3, -1, 4, 2, 3, -1}, 2),
              UnorderedElementsAre(Pair(std::vector{1, 2, 3}, 2), Pair(std::vector{2, 3}, 3)));
  EXPECT_THAT(repeats_of({}, 1), IsEmpty());
  EXPECT_THAT(repeats_of({-1, -1, 5, -1}, 1), IsEmpty());
}

TEST(Repeats, AreThoseThatATrialOfAllStretchesFinds) {
  std::vector<int32_t> words;
  uint32_t state = 7;
  for (int i = 0; i < 400; ++i) {
    state = state * 1664525u + 1013904223u;
    words.push_back(static_cast<int32_t>(state >> 24) % 5 - (state >> 28 == 3 ? 9 : 0));
    if (words.back() < 0) words.back() = -1;
  }
  std::map<std::vector<int32_t>, std::vector<size_t>> places;
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t n = 1;
         n <= static_cast<size_t>(kLongestRepeat) && i + n <= words.size() && words[i + n - 1] >= 0;
         ++n) {
      places[{words.begin() + static_cast<int64_t>(i), words.begin() + static_cast<int64_t>(i + n)}]
          .push_back(i);
    }
  }
  const auto extends = [&](const std::vector<size_t>& starts, int64_t offset) {
    const auto word = [&](size_t i) {
      const int64_t at = static_cast<int64_t>(i) + offset;
      return at >= 0 && at < static_cast<int64_t>(words.size()) ? words[static_cast<size_t>(at)]
                                                                : -1;
    };
    const int32_t first = word(starts[0]);
    return first >= 0 && std::ranges::all_of(starts, [&](size_t i) { return word(i) == first; });
  };
  std::map<std::vector<int32_t>, size_t> expected;
  for (const auto& [stretch, starts] : places) {
    if (starts.size() < 2 || stretch.size() < 2) continue;
    if (!extends(starts, -1) && !extends(starts, static_cast<int64_t>(stretch.size())))
      expected[stretch] = starts.size();
  }
  EXPECT_EQ(repeats_of(words, 2), expected);
}

class PhrasesTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> loaded = load_reader();
    ASSERT_TRUE(loaded) << loaded.error().message();
    reader_ = std::move(*loaded);
  }

  void add(std::string name, std::string date, std::string side, std::string text) {
    Document& document = *documents_.emplace_back(std::make_unique<Document>());
    document.source.name = std::move(name);
    document.source.given.date = std::move(date);
    document.source.given.side = std::move(side);
    document.text = std::move(text);
    read_document(document, reader_);
  }

  std::vector<const Document*> all() const {
    std::vector<const Document*> all;
    for (const std::unique_ptr<Document>& document : documents_) all.push_back(document.get());
    return all;
  }

  std::vector<PhraseLife> phrases() const { return find_phrases(all(), *reader_.knowledge); }
  std::vector<std::string> names_of(PhraseKind kind) const {
    std::vector<std::string> names;
    for (const PhraseLife& life : phrases()) {
      if (life.kind == kind) names.push_back(life.phrase);
    }
    return names;
  }
  PhraseLife life(std::string_view phrase) const {
    return life_of(phrase, all(), *reader_.knowledge);
  }

  static Reader reader_;
  std::vector<std::unique_ptr<Document>> documents_;
};
Reader PhrasesTest::reader_;

TEST_F(PhrasesTest, ARepeatIsAPhraseWithItsEndsTrimmed) {
  add("a", "2021-01-01", "PER",
      "The minister praised the shared stewardship of the great river. The port is open.\n");
  add("b", "2021-02-01", "CHL",
      "Chile will work for the shared stewardship of the great river and build a bridge.\n");
  EXPECT_THAT(names_of(PhraseKind::Found), ElementsAre("shared stewardship of the great river"));
}

TEST_F(PhrasesTest, FragmentsNamesAndActorsAreNone) {
  add("a", "2021-01-01", "PER",
      "The leaders of the two countries met President Boric of Chile in Lima on 4 May 2021.\n");
  add("b", "2021-02-01", "CHL",
      "The leaders of the two countries thanked President Boric of Chile in Lima on 4 May 2021.\n");
  EXPECT_THAT(names_of(PhraseKind::Found), IsEmpty());
}

TEST_F(PhrasesTest, ACopiedSentenceMakesNoPhrase) {
  const std::string sentence =
      "The minister praised the shared stewardship of the great river near the old port.\n";
  add("a", "2021-01-01", "PER", sentence + "Peru thanked its guests.\n");
  add("b", "2021-01-02", "CHL", sentence + "Chile thanked its hosts.\n");
  EXPECT_THAT(names_of(PhraseKind::Found), IsEmpty());
  const PhraseLife copied = life("shared stewardship");
  ASSERT_EQ(copied.uses.size(), 2u);
  EXPECT_EQ(copied.documents, 1);
  EXPECT_TRUE(copied.uses[1].copy);
}

TEST_F(PhrasesTest, AKnownPhraseHasOneLifeInAllItsWordings) {
  add("a", "2022-03-01", "CHN",
      "China said the two countries build a community with a shared future for mankind.\n");
  add("b", "2023-03-01", "PER",
      "Peru said it supports the community with a shared future for humanity.\n");
  const std::vector<PhraseLife> known = phrases();
  const auto found =
      std::ranges::find(known, "community with a shared future for mankind", &PhraseLife::phrase);
  ASSERT_NE(found, known.end());
  EXPECT_EQ(found->documents, 2);
  EXPECT_THAT(found->wordings, ElementsAre("community with a shared future for mankind",
                                           "community with a shared future for humanity"));
  EXPECT_THAT(found->uses[0].voices, ElementsAre("CHN"));
  ASSERT_EQ(found->adoptions.size(), 1u);
  EXPECT_EQ(found->adoptions[0].state, "PER");
  EXPECT_EQ(found->adoptions[0].use, 1u);
}

TEST_F(PhrasesTest, NestedPhrasesAreCountedAndSayWhatHoldsThem) {
  add("a", "2022-03-01", "CHN",
      "China praised mutual respect, peaceful coexistence and win-win cooperation.\n");
  const std::vector<PhraseLife> known = phrases();
  const auto found = std::ranges::find(known, "win-win cooperation", &PhraseLife::phrase);
  ASSERT_NE(found, known.end());
  EXPECT_THAT(found->within,
              ElementsAre("mutual-respect-peaceful-coexistence-and-win-win-cooperation"));
}

TEST_F(PhrasesTest, AListInAnotherOrderIsTheSameList) {
  add("a", "2022-03-01", "PER", "Peru stands for clean rivers, open ports and safe roads.\n");
  add("b", "2022-04-01", "CHL",
      "Chile wants open ports, clean rivers, and safe roads in the region.\n");
  const std::vector<PhraseLife> found = phrases();
  const auto list = std::ranges::find(found, PhraseKind::List, &PhraseLife::kind);
  ASSERT_NE(list, found.end());
  ASSERT_EQ(list->orders.size(), 2u);
  const auto elements = [](const PhraseOrder& order) {
    std::vector<std::string> names;
    for (const PhraseOrder::Element& element : order.elements) names.push_back(element.element);
    return names;
  };
  EXPECT_THAT(elements(list->orders[0]), ElementsAre("clean rivers", "open ports", "safe roads"));
  EXPECT_THAT(elements(list->orders[1]), ElementsAre("open ports", "clean rivers", "safe roads"));
}

TEST_F(PhrasesTest, ANumberedPhraseShowsTheOrderOfItsElements) {
  add("a", "2024-03-01", "VNM",
      "They praised the six orientations, including stronger social foundation, higher political "
      "trust, and better control "
      "and resolution of disagreements.\n");
  const PhraseLife six = life("Six Orientations");
  ASSERT_EQ(six.orders.size(), 1u);
  ASSERT_EQ(six.orders[0].elements.size(), 3u);
  EXPECT_EQ(six.orders[0].elements[0].element, "social foundation");
  EXPECT_EQ(six.orders[0].elements[1].element, "political trust");
}

TEST_F(PhrasesTest, AnyWordsHaveALife) {
  add("a", "2022-03-01", "PER", "Peru wants Clean  Rivers.\n");
  EXPECT_EQ(life("clean rivers").uses.size(), 1u);
  EXPECT_THAT(life("dirty rivers").uses, IsEmpty());
  EXPECT_THAT(life("").uses, IsEmpty());
}

TEST_F(PhrasesTest, OrderOfTheDocumentsDoesNotMatter) {
  add("a", "2022-03-01", "PER",
      "Peru stands for clean rivers, open ports and safe roads, and the rule of the great "
      "river.\n");
  add("b", "2022-04-01", "CHL",
      "Chile wants open ports, clean rivers, and safe roads by the rule of the great river.\n");
  std::vector<const Document*> forth = all();
  std::vector<const Document*> back = {forth[1], forth[0]};
  EXPECT_EQ(phrases_to_json(find_phrases(forth, *reader_.knowledge), forth),
            phrases_to_json(find_phrases(back, *reader_.knowledge), back));
}

TEST_F(PhrasesTest, OddTextsTakeNoLongerThanOthers) {
  const auto repeated = [](std::string_view piece, size_t times) {
    std::string text;
    for (size_t i = 0; i < times; ++i) text += piece;
    return text + "\n";
  };
  add("a", "2022-03-01", "PER", repeated("reform ", 20000));
  add("b", "2022-03-02", "VNM", repeated("UN (UN) ", 8000));
  add("c", "2022-03-03", "VNM", repeated("clean rivers, ", 8000));
  add("d", "2022-03-03", "VNM", repeated("\"Peru said ", 4000));
  const std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
  find_phrases(all(), *reader_.knowledge);
  find_named_things(all(), *reader_.knowledge);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_F(PhrasesTest, NoDocumentsHaveNoPhrases) {
  EXPECT_THAT(phrases(), IsEmpty());
  EXPECT_EQ(phrases_to_json({}, {}), "[]");
}

}  // namespace
}  // namespace verbale
