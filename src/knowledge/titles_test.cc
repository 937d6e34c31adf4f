#include "knowledge/titles.h"

#include <gtest/gtest.h>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

class TitlesTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Result<Titles> loaded = Titles::load(*find_home());
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message();
    titles_ = std::move(*loaded);
  }
  std::optional<OfficeKind> office(const std::vector<std::string_view>& words) const {
    return titles_.office_of(words);
  }
  Titles titles_;
};

TEST_F(TitlesTest, TheLongestOfficeDecides) {
  EXPECT_EQ(office({"deputy", "prime", "minister", "of", "fiji"}), OfficeKind::DeputyHead);
  EXPECT_EQ(office({"fijian", "prime", "minister"}), OfficeKind::HeadOfGovernment);
  EXPECT_EQ(office({"minister", "of", "foreign", "affairs"}), OfficeKind::ForeignMinister);
  EXPECT_EQ(office({"national", "security", "advisor"}), OfficeKind::Other);
  EXPECT_EQ(office({"table"}), std::nullopt);
}

TEST_F(TitlesTest, AWordMayBelongToSeveralClasses) {
  EXPECT_TRUE(titles_.is("deputy", TitleClass::Office));
  EXPECT_TRUE(titles_.is("deputy", TitleClass::Modifier));
  EXPECT_TRUE(titles_.is("comrade", TitleClass::Honorific));
  EXPECT_FALSE(titles_.is("comrade", TitleClass::Office));
  const std::vector<std::string_view> words = {"mr", ".", "smith"};
  EXPECT_EQ(titles_.longest(words, TitleClass::Honorific).length, 2);
}

}  // namespace
}  // namespace verbale
