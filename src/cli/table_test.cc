#include "cli/table.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(Terminal, CountsColumnsNotBytes) {
  EXPECT_EQ(columns_of("Tô Lâm"), 6);
  EXPECT_EQ(columns_of("To\xCC\x82"), 2);  // o with a combining circumflex
  EXPECT_EQ(columns_of("苏林"), 4);
  EXPECT_EQ(columns_of(""), 0);
}

TEST(Terminal, FitsOnCodePoints) {
  EXPECT_EQ(fit("railway", 7), "railway");
  EXPECT_EQ(fit("railway", 5), "rail…");
  EXPECT_EQ(fit("苏林苏林", 5), "苏林…");
  EXPECT_EQ(fit("苏林苏林", 4), "苏…");
  EXPECT_EQ(fit("abc", 0), "");
}

TEST(Terminal, OneLineTakesAwayWhatMovesTheCursor) {
  EXPECT_EQ(one_line("a\nb\tc\x1b[31m"), "a b c [31m");
}

TEST(Table, KeepsItsWidth) {
  Table table({{"a"}, {"words", Style::Plain, true}, {"id"}});
  table.add({"x", std::string(100, 'w'), "s-1"});
  table.add({"y", "short", "s-2"});
  const std::string text = table.layout(40);
  EXPECT_NE(text.find("\nx  " + std::string(31, 'w') + "…  s-1\n"), std::string::npos) << text;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    EXPECT_LE(columns_of(text.substr(at, end - at)), 40);
    at = end + 1;
  }
}

TEST(Table, CutsNothingWithoutATerminal) {
  Table table({{"words", Style::Plain, true}});
  table.add({std::string(500, 'w')});
  EXPECT_EQ(table.layout(0), "words\n" + std::string(500, 'w') + "\n");
}

}  // namespace
}  // namespace verbale
