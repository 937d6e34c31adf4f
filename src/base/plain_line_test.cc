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

TEST(Names, AreOneLineWithoutControls) {
  EXPECT_TRUE(is_name("Lan Anh"));
  EXPECT_TRUE(is_name("Đỗ Thị Hà"));
  EXPECT_FALSE(is_name(""));
  EXPECT_FALSE(is_name("  \u00a0"));
  EXPECT_FALSE(is_name("Lan\nAnh"));
  EXPECT_FALSE(is_name("\x1b[31mAnh"));
  EXPECT_FALSE(is_name(std::string_view("An\0h", 4)));
  EXPECT_FALSE(is_name("An\u0085h"));
  EXPECT_FALSE(is_name("An\xff"));
  EXPECT_TRUE(is_name(std::string(100, 'a')));
  EXPECT_FALSE(is_name(std::string(101, 'a')));
}

}  // namespace
}  // namespace verbale
