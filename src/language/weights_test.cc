#include "language/weights.h"

#include <gmock/gmock.h>

namespace verbale {
namespace {

TEST(WeightsSection, GivesBackWhatWasWritten) {
  FeatureList features;
  features.add(1, 2);
  features.add(3, 4, 5);
  features.add(9, 9);  // has no row
  const std::string bytes =
      write_weights(3, {{*features.begin(), {{0, 5}, {2, -7}}}, {features.begin()[1], {{2, 1}}}});
  const std::optional<Weights> weights = Weights::read(bytes);
  ASSERT_TRUE(weights.has_value());
  int32_t scores[Weights::padded(3)] = {};
  weights->score(features, scores);
  EXPECT_THAT(scores, testing::ElementsAre(5, 0, -6, 0, 0, 0, 0, 0));
}

TEST(WeightsSection, RefusesWhatIsCutShort) {
  const std::string bytes = write_weights(3, {{1, {{0, 5}}}});
  for (size_t n = 0; n < bytes.size(); ++n) EXPECT_FALSE(Weights::read(bytes.substr(0, n)).has_value());
}

// Many rows of all lengths: short and wide ones, full lines of the table, and sums that need more than 16
// bits. Each score must be the plain sum.
TEST(WeightsSection, SumsLikeAPlainSum) {
  constexpr int kClasses = 43;
  std::vector<WeightRow> rows;
  for (uint64_t n = 0; n < 3000; ++n) {
    WeightRow row{combine(n, 1), {}};
    const int length = 1 + static_cast<int>(n % kClasses);
    for (int c = 0; c < length; ++c) {
      const int32_t weight = 1 + static_cast<int32_t>((n + static_cast<uint64_t>(c)) % 120);
      row.cells.push_back({static_cast<uint8_t>(c), n % 3 == 0 ? -weight : n % 5 == 0 ? 4 * weight : weight});
    }
    rows.push_back(row);
  }
  const std::string bytes = write_weights(kClasses, rows);
  const std::optional<Weights> weights = Weights::read(bytes);
  ASSERT_TRUE(weights.has_value());
  for (size_t first = 0; first < rows.size(); first += 150) {
    FeatureList features;
    std::vector<int32_t> expected(Weights::padded(kClasses));
    for (size_t r = first; r < first + 150; ++r) {
      features.add(r, 1);
      features.add(r, 2);  // has no row
      if (features.size() + 2 > FeatureList::kCapacity) break;
    }
    for (size_t r = first; r < first + static_cast<size_t>(features.size()) / 2; ++r) {
      for (const WeightRow::Cell& cell : rows[r].cells) expected[cell.index] += cell.weight;
    }
    std::vector<int32_t> scores(expected.size());
    weights->score(features, scores.data());
    EXPECT_EQ(scores, expected);
  }
}

TEST(WeightsSection, RefusesRowsThatLieOutside) {
  const std::string bytes = write_weights(3, {{1, {{0, 5}}}, {2, {{0, 5}, {1, 6}, {2, 7}}}});
  const size_t header = 64;
  const size_t rows = header + Weights::Line::kKeys * sizeof(uint32_t);
  for (const char high : {'\x01', '\x41', '\x90'}) {
    std::string broken = bytes;
    broken[rows + 3] = high;
    EXPECT_FALSE(Weights::read(broken).has_value());
  }
}

}  // namespace
}  // namespace verbale
