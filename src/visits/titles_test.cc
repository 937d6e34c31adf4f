#include "visits/titles.h"

#include <gmock/gmock.h>

#include "knowledge/knowledge.h"

namespace verbale {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Knowledge& packs() {
  static const std::unique_ptr<const Knowledge> knowledge =
      load_knowledge(VERBALE_SOURCE_DIR).value();
  return *knowledge;
}

TitleTells read(std::string_view title,
                const std::vector<std::pair<std::string, std::string>>& persons = {}) {
  static const PersonFinder finder(packs());
  Document document;
  for (const auto& [name, state] : persons) {
    Actor& actor = document.actors.emplace_back();
    actor.name = name;
    actor.state = state;
  }
  return read_title(title, document, packs(), finder, "2022-06-01");
}

std::vector<std::string> names(const TitleTells& told) {
  std::vector<std::string> all;
  for (const TitlePerson& person : told.persons) all.push_back(person.name);
  return all;
}

TEST(Titles, PossessorAndCounterpart) {
  const TitleTells told =
      read("Readout of President Marlow’s Video Call with Prime Minister Petr Korda of Norway",
           {{"Ann Marlow", "AAA"}, {"Petr Korda", "NOR"}});
  EXPECT_TRUE(told.meeting);
  EXPECT_EQ(told.kind, MeetingKind::Call);
  EXPECT_THAT(names(told), ElementsAre("Ann Marlow", "Petr Korda"));
}

TEST(Titles, WhoTellsOfItDoesNotTakePart) {
  const std::vector<std::pair<std::string, std::string>> persons = {
      {"Lea Novak", ""}, {"Ann Marlow", "AAA"}, {"Petr Korda", "NOR"}};
  EXPECT_THAT(
      names(read(
          "Statement by Press Secretary Lea Novak on President Marlow's Meeting with Petr Korda",
          persons)),
      ElementsAre("Ann Marlow", "Petr Korda"));
  EXPECT_THAT(
      names(read(
          "Background Press Call by an Official on President Marlow's Talks with President Korda",
          persons)),
      ElementsAre("Ann Marlow", "Petr Korda"));
}

TEST(Titles, BeforeTheirMeeting) {
  EXPECT_THAT(
      names(read("Ann Marlow And Norwegian Foreign Minister Petr Korda Before Their Meeting",
                 {{"Ann Marlow", ""}, {"Petr Korda", "NOR"}})),
      ElementsAre("Ann Marlow", "Petr Korda"));
}

TEST(Titles, NamesThatNobodyKnows) {
  const TitleTells told = read("Telephone conversation with President of Norway Quirin Abelsund");
  EXPECT_EQ(told.kind, MeetingKind::Call);
  ASSERT_THAT(names(told), ElementsAre("Quirin Abelsund"));
  EXPECT_EQ(told.persons[0].state, "NOR");
}

TEST(Titles, DescriptionsAreNoNames) {
  const TitleTells told =
      read("President of Norway had a phone conversation with the President of the United States");
  EXPECT_TRUE(told.meeting);
  EXPECT_THAT(names(told), IsEmpty());
}

TEST(Titles, PlansAndOtherThingsAreNoMeetings) {
  EXPECT_FALSE(read("On May 3, Ann Marlow will hold talks with Petr Korda",
                    {{"Ann Marlow", ""}, {"Petr Korda", ""}})
                   .meeting);
  EXPECT_FALSE(read("Condolences to the President of Norway").meeting);
  EXPECT_FALSE(read("").meeting);
}

TEST(Persons, PartsOfOneName) {
  EXPECT_TRUE(may_be_same_name("joseph biden", "biden", false));
  EXPECT_TRUE(may_be_same_name("xi jinping", "xi", false));
  EXPECT_FALSE(may_be_same_name("nguyen phu trong", "phu", false));
  EXPECT_FALSE(may_be_same_name("ann marlow", "paul marlow", false));
  EXPECT_TRUE(may_be_same_name("ilham aliyev", "ilkham aliyev", true));
  EXPECT_FALSE(may_be_same_name("ilham aliyev", "ilkham aliyev", false));
}

TEST(Persons, KnownByOfficeAndDay) {
  const PersonFinder finder(packs());
  EXPECT_EQ(finder.find("Joseph R. Biden, Jr.", "USA", "2022-01-27").key,
            finder.find("Biden", "USA", "2022-01-27").key);
  EXPECT_EQ(finder.find("Thuong", "", "2023-12-12").key, "vo van thuong");
  EXPECT_FALSE(finder.find("Thuong", "", "2010-12-12").known);
  EXPECT_EQ(finder.find("Quirin Abelsund", "NOR", "2022-01-27").key, "quirin abelsund");
}

}  // namespace
}  // namespace verbale
