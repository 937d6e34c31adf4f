#include "base/utf8.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Utf8, DecodesEachLength) {
  EXPECT_EQ(decode_utf8("a", 0).value, U'a');
  EXPECT_EQ(decode_utf8("é", 0).value, U'é');
  EXPECT_EQ(decode_utf8("ế", 0).length, 3u);
  EXPECT_EQ(decode_utf8("😀", 0).value, U'😀');
}

TEST(Utf8, RefusesSurrogatesAndOverlongForms) {
  EXPECT_EQ(find_malformed_utf8("ab\xED\xA0\x80"), 2u);
  EXPECT_EQ(find_malformed_utf8("\xC0\xAF"), 0u);
  EXPECT_EQ(find_malformed_utf8("x\xF5\x80\x80\x80"), 1u);
  EXPECT_EQ(find_malformed_utf8("Tô Lâm 😀"), std::string_view::npos);
}

TEST(Utf8, DecodesBackwards) {
  const std::string_view text = "aế😀";
  EXPECT_EQ(decode_utf8_before(text, text.size()).value, U'😀');
  EXPECT_EQ(decode_utf8_before(text, 4).value, U'ế');
  EXPECT_EQ(decode_utf8_before(text, 1).value, U'a');
}

TEST(Utf8, FoldsDiacriticsOfComposedAndDecomposedText) {
  EXPECT_EQ(fold("Tô Lâm"), "to lam");
  EXPECT_EQ(fold("To\u0302 La\u0302m"), "to lam");
  EXPECT_EQ(fold("Đổi Mới"), "doi moi");
  EXPECT_EQ(fold("苏林"), "苏林");
}

TEST(CodePointIndex, MapsBothWaysAtEveryBoundary) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aé漢😀";
  const CodePointIndex index(text);
  uint32_t code_point = 0;
  for (uint32_t at = 0; at < text.size(); ++code_point) {
    ASSERT_EQ(index.to_code_points(at), code_point);
    ASSERT_EQ(index.to_bytes(code_point), at);
    at += decode_utf8(text, at).length;
  }
  EXPECT_EQ(index.code_points(), code_point);
  EXPECT_EQ(index.to_code_points(static_cast<uint32_t>(text.size())), code_point);
}

TEST(CodePointIndex, AByteInsideACodePointCountsAsItsStart) {
  const CodePointIndex index("ế!");
  EXPECT_EQ(index.to_code_points(1), 0u);
  EXPECT_EQ(index.to_code_points(3), 1u);
}

}  // namespace
}  // namespace verbale
