#include "base/plain_line.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(PlainLine, BlanksAreOne) { EXPECT_EQ(plain_line("\n a\r\n\tb  c"), "a b c"); }

TEST(PlainLine, IsCutAtABlankNearTheEnd) {
  EXPECT_EQ(cut_line("open two border posts", 21), "open two border posts");
  EXPECT_EQ(cut_line("open two border posts", 17), "open two border …");
}

TEST(PlainLine, AWordWithoutBlankKeepsItsFront) {
  EXPECT_EQ(cut_line("a Tôôôôôôôôôôôô", 8), "a Tôôôôô …");
}

}  // namespace
}  // namespace verbale
