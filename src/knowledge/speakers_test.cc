#include "knowledge/speakers.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Speakers, KnowsSingularAndPlural) {
  const Result<Speakers> speakers = Speakers::load(VERBALE_SOURCE_DIR);
  ASSERT_TRUE(speakers) << speakers.error().message();
  EXPECT_EQ(speakers->kind("minister"), SpeakerKind::Person);
  EXPECT_EQ(speakers->kind("sides"), SpeakerKind::Group);
  EXPECT_EQ(speakers->kind("ministries"), SpeakerKind::Body);
  EXPECT_EQ(speakers->kind("communique"), SpeakerKind::Text);
  EXPECT_EQ(speakers->kind("efforts"), SpeakerKind::Thing);
  EXPECT_EQ(speakers->kind("walrus"), SpeakerKind::None);
}

}  // namespace
}  // namespace verbale
