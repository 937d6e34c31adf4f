#include "phrases/named_things.h"

#include <gmock/gmock.h>

#include "phrases/name_key.h"
#include "phrases/names_json.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class NamedThingsTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<Reader> loaded = load_reader();
    ASSERT_TRUE(loaded) << loaded.error().message();
    reader_ = std::move(*loaded);
  }

  Document& add(std::string name, std::string date, std::string side, std::string text) {
    Document& document = *documents_.emplace_back(std::make_unique<Document>());
    document.source.name = std::move(name);
    document.source.given.date = std::move(date);
    document.source.given.side = std::move(side);
    document.text = std::move(text);
    read_document(document, reader_);
    return document;
  }

  std::vector<NamedThing> things() const {
    std::vector<const Document*> all;
    for (const std::unique_ptr<Document>& document : documents_) all.push_back(document.get());
    return find_named_things(all, *reader_.knowledge);
  }

  // The names of the thing that is called so, sorted; none where it has one name only.
  std::vector<std::string> names_with(std::string_view name) const {
    for (const NamedThing& thing : things()) {
      std::vector<std::string> names;
      for (const NameUse& use : thing.uses) names.push_back(use.name);
      std::ranges::sort(names);
      if (std::ranges::find(names, name) != names.end()) return names;
    }
    return {};
  }

  static Reader reader_;
  std::vector<std::unique_ptr<Document>> documents_;
};
Reader NamedThingsTest::reader_;

TEST_F(NamedThingsTest, OneSeaHasTwoNamesAndEachSideItsOwn) {
  add("a", "2021-05-01", "VNM", "Vietnam wants calm in the East Sea, the ambassador said.\n");
  add("b", "2021-05-02", "CHN",
      "China said the South China Sea is calm. It praised calm in the South China Sea.\n");
  const std::vector<NamedThing> found = things();
  const auto sea = std::ranges::find(found, "South China Sea", &NamedThing::name);
  ASSERT_NE(sea, found.end());
  EXPECT_EQ(sea->kind, "place");
  ASSERT_EQ(sea->uses.size(), 2u);
  EXPECT_EQ(sea->uses[0].name, "East Sea");
  EXPECT_THAT(sea->uses[0].sides, ElementsAre(std::pair("VNM", 1)));
  EXPECT_THAT(sea->uses[1].sides, ElementsAre(std::pair("CHN", 2)));
}

TEST_F(NamedThingsTest, TheEastSeaOfKoreaIsAnother) {
  add("a", "2021-05-01", "KOR", "South Korea said the missile fell into the East Sea.\n");
  add("b", "2021-05-01", "JPN", "Japan said the missile fell into the Sea of Japan.\n");
  EXPECT_THAT(names_with("East Sea"), ElementsAre("East Sea", "Sea of Japan"));
}

TEST_F(NamedThingsTest, PersonsAreJoinedAcrossDocumentsAndSpellings) {
  add("a", "2022-01-01", "",
      "President Volodymyr Zelenskyy thanked his guests. Zelenskyy said the talks were good.\n");
  add("b", "2022-01-02", "", "President Volodymyr Zelensky said the talks were good.\n");
  EXPECT_THAT(names_with("Volodymyr Zelensky"),
              ElementsAre("Volodymyr Zelensky", "Volodymyr Zelenskyy", "Zelenskyy"));
}

TEST_F(NamedThingsTest, FrameworksAreJoinedByTheirVariantsAndBrackets) {
  add("a", "2022-01-01", "",
      "Chile said it honours the 1982 United Nations Convention on the Law of the Sea (UNCLOS "
      "1982).\n");
  add("b", "2022-01-02", "",
      "Chile said it honours the UN Charter and the United Nations Charter.\n");
  EXPECT_THAT(names_with("UNCLOS 1982"),
              ElementsAre("1982 United Nations Convention on the Law of the Sea", "UNCLOS 1982"));
  EXPECT_THAT(names_with("UN Charter"), ElementsAre("UN Charter", "United Nations Charter"));
  EXPECT_THAT(names_with("UN"), ElementsAre("UN", "United Nations"));
}

TEST_F(NamedThingsTest, OrderOfWordsMakesNoOtherThing) {
  add("a", "2022-01-01", "",
      "The ministers opened the Peru-Chile Border Safety Dialogue in Lima.\n");
  add("b", "2022-01-02", "",
      "The ministers opened the Dialogue on Border Safety of Chile and Peru in Lima.\n");
  EXPECT_EQ(name_key("Peru-Chile Border Safety Dialogue", *reader_.knowledge),
            name_key("Dialogue on Border Safety of Chile and Peru", *reader_.knowledge));
  EXPECT_NE(name_key("Peru-Chile Border Safety Dialogue", *reader_.knowledge),
            name_key("Peru-Chile Border Trade Dialogue", *reader_.knowledge));
}

TEST_F(NamedThingsTest, RelationsOfAPairHaveOneNameInEitherOrder) {
  add("a", "2022-01-01", "", "The minister said Peru-Chile relations are good.\n");
  add("b", "2022-01-02", "",
      "The minister said Chile – Peru relations are good. He praised the Peru-Chile border.\n");
  EXPECT_THAT(names_with("Peru-Chile relations"),
              ElementsAre("Chile – Peru relations", "Peru-Chile relations"));
}

TEST_F(NamedThingsTest, CapitalsAloneAreNoOtherName) {
  add("a", "2022-01-01", "", "Peru welcomed the Belt and Road Initiative.\n");
  add("b", "2022-01-02", "", "Peru welcomed the belt and road initiative. Peru thanked Chile.\n");
  EXPECT_THAT(things(), IsEmpty());
}

TEST_F(NamedThingsTest, StatusOfOtherPairsIsAnotherThing) {
  add("a", "2022-01-01", "", "Peru praised the Peru-Chile strategic partnership.\n");
  add("b", "2022-01-02", "", "Peru praised the Peru-Japan strategic partnership.\n");
  EXPECT_THAT(names_with("Peru-Chile strategic partnership"), IsEmpty());
}

TEST_F(NamedThingsTest, OrderOfTheDocumentsDoesNotMatter) {
  add("a", "2022-01-01", "USA", "The United States said the U.S. will stay in NATO.\n");
  add("b", "2021-01-02", "FRA",
      "France said the North Atlantic Treaty Organization is strong, as is the United Nations.\n");
  std::vector<const Document*> forth = {documents_[0].get(), documents_[1].get()};
  std::vector<const Document*> back = {documents_[1].get(), documents_[0].get()};
  EXPECT_EQ(names_to_json(find_named_things(forth, *reader_.knowledge), forth),
            names_to_json(find_named_things(back, *reader_.knowledge), back));
  EXPECT_THAT(names_with("NATO"), ElementsAre("NATO", "North Atlantic Treaty Organization"));
}

TEST_F(NamedThingsTest, NoDocumentsHaveNoNames) {
  EXPECT_THAT(things(), IsEmpty());
  EXPECT_EQ(names_to_json({}, {}), "[]");
}

}  // namespace
}  // namespace verbale
