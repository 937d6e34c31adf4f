#include "language/recogniser.h"

#include <gmock/gmock.h>

namespace verbale {
namespace {

using enum NameLabel;

TEST(NameDecoder, ANameGoesOnOnlyWhereOneIsOpen) {
  EXPECT_TRUE(may_follow(O, BPerson));
  EXPECT_FALSE(may_follow(O, IPerson));
  EXPECT_TRUE(may_follow(BPerson, IPerson));
  EXPECT_TRUE(may_follow(IPerson, IPerson));
  EXPECT_FALSE(may_follow(BPlace, IPerson));
}

TEST(NameDecoder, PrefersASequenceToItsParts) {
  // IPerson is best at the second token; it needs BPerson before it, which O beats by one alone.
  std::vector<LabelScores> scores(2);
  scores[0] = {5, 4, 0, 0, 0, 0, 0};
  scores[1] = {0, 0, 9, 0, 0, 0, 0};
  std::vector<NameLabel> labels;
  NameDecoder().decode(scores, {}, labels);
  EXPECT_THAT(labels, testing::ElementsAre(BPerson, IPerson));
}

TEST(NameDecoder, LongSentencesDoNotOverflow) {
  std::vector<LabelScores> scores(100'000, LabelScores{0, 1'000'000, 0, 0, 0, 0, 0});
  std::vector<NameLabel> labels;
  NameDecoder().decode(scores, {}, labels);
  EXPECT_THAT(labels, testing::Each(BPerson));
}

}  // namespace
}  // namespace verbale
