#include "knowledge/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

using ::testing::Contains;

class WorldTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    const Result<std::string> home = find_home();
    ASSERT_TRUE(home.has_value());
    Result<World> loaded = World::load(*home);
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message();
    world_ = new World(std::move(*loaded));
  }
  static void TearDownTestSuite() {
    delete world_;
    world_ = nullptr;
  }

  // Ids of all entities that the phrase stands for.
  static std::set<std::string> meanings(const std::vector<std::string_view>& words) {
    std::set<std::string> ids;
    const PhraseTable::Match match = world_->names().longest(words);
    if (match.length != static_cast<int32_t>(words.size())) return ids;
    for (const int32_t value : match.values) {
      const Entity& entity = world_->entities()[static_cast<size_t>(value)];
      const size_t index = static_cast<size_t>(entity.index);
      switch (entity.kind) {
        case EntityKind::State: ids.insert(world_->states()[index].id); break;
        case EntityKind::Demonym: ids.insert("demonym " + world_->states()[index].id); break;
        case EntityKind::Government: ids.insert("government " + world_->states()[index].id); break;
        case EntityKind::Person: ids.insert(world_->persons()[index].id); break;
        case EntityKind::Organisation: ids.insert(world_->organisations()[index].id); break;
        case EntityKind::Place: ids.insert("place " + world_->places()[index].name); break;
      }
    }
    return ids;
  }

  static std::string holder(std::string_view state, OfficeKind kind, std::string_view day) {
    const std::vector<int32_t> found = world_->holders(state, kind, day);
    if (found.size() != 1) return std::to_string(found.size()) + " holders";
    const Term& term = world_->terms()[static_cast<size_t>(found[0])];
    return world_->persons()[static_cast<size_t>(term.person)].id;
  }

  static const World* world_;
};
const World* WorldTest::world_ = nullptr;

TEST_F(WorldTest, HoldsEveryMemberOfTheUnitedNations) {
  EXPECT_GE(world_->states().size(), 195u);
  for (const std::string_view id : {"VNM", "CHN", "USA", "TWN", "HKG", "PSE", "VAT", "XKX"}) {
    ASSERT_NE(world_->state(id), nullptr) << id;
  }
  EXPECT_EQ(world_->state("EUE"), nullptr);
  EXPECT_EQ(world_->state("VNM")->name, "Vietnam");
}

TEST_F(WorldTest, FindsNamesWithAndWithoutDiacritics) {
  EXPECT_EQ(meanings({"to", "lam"}), std::set<std::string>{"to-lam"});
  EXPECT_EQ(meanings({"nguyen", "phu", "trong"}), std::set<std::string>{"nguyen-phu-trong"});
  EXPECT_EQ(meanings({"viet", "nam"}), std::set<std::string>{"VNM"});
  EXPECT_EQ(meanings({"u.s."}), std::set<std::string>{"USA"});
  EXPECT_EQ(meanings({"vietnamese"}), std::set<std::string>{"demonym VNM"});
  EXPECT_EQ(meanings({"beijing"}), (std::set<std::string>{"government CHN", "place Beijing"}));
}

TEST_F(WorldTest, KnowsWhoHeldAnOfficeOnADay) {
  EXPECT_EQ(holder("VNM", OfficeKind::PartyLeader, "2023-12-12"), "nguyen-phu-trong");
  EXPECT_EQ(holder("VNM", OfficeKind::PartyLeader, "2024-08-19"), "to-lam");
  EXPECT_EQ(holder("VNM", OfficeKind::HeadOfState, "2024-08-19"), "to-lam");
  EXPECT_EQ(holder("VNM", OfficeKind::HeadOfState, "2025-04-14"), "luong-cuong");
  EXPECT_EQ(holder("CHN", OfficeKind::ForeignMinister, "2023-05-01"), "qin-gang");
  EXPECT_EQ(holder("USA", OfficeKind::HeadOfState, "2021-01-10"), "donald-trump");
}

TEST_F(WorldTest, TermsOfAPersonAreOldestFirst) {
  const Person* person = world_->person("to-lam");
  ASSERT_NE(person, nullptr);
  const std::span<const int32_t> terms =
      world_->terms_of(static_cast<int32_t>(person - world_->persons().data()));
  ASSERT_GE(terms.size(), 3u);
  for (size_t i = 1; i < terms.size(); ++i) {
    EXPECT_LE(world_->terms()[static_cast<size_t>(terms[i - 1])].from,
              world_->terms()[static_cast<size_t>(terms[i])].from);
  }
}

TEST_F(WorldTest, NamesOfOrganisationsLeadToThem) {
  EXPECT_EQ(meanings({"asean"}), std::set<std::string>{"asean"});
  EXPECT_EQ(meanings({"communist", "party", "of", "china"}), std::set<std::string>{"cpc"});
  ASSERT_NE(world_->organisation("cpc"), nullptr);
  EXPECT_TRUE(world_->organisation("cpc")->party);
  EXPECT_THAT(world_->organisation("asean")->members, Contains("VNM"));
}

TEST(World, RefusesAFolderWithoutPacks) {
  EXPECT_FALSE(World::load("/nonexistent").has_value());
}

}  // namespace
}  // namespace verbale
