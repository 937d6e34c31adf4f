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
  table.add({"x", std::string(40, 'w'), "s-1"});
  table.add({"y", "short", "s-2"});
  EXPECT_EQ(table.layout(30, 1),
            "a  words                   id\n"
            "x  wwwwwwwwwwwwwwwwwwwww…  s-1\n"
            "y  short                   s-2\n");
}

TEST(Table, BreaksAtBlanks) {
  Table table({{"words", Style::Plain, true}, {"n", Style::Plain, false, true}});
  table.add({"the two sides will open a railway", "7"});
  EXPECT_EQ(table.layout(15, 0),
            "words         n\n"
            "the two       7\n"
            "sides will\n"
            "open a\n"
            "railway\n");
  EXPECT_EQ(table.layout(15, 2),
            "words         n\n"
            "the two       7\n"
            "sides will …\n");
}

TEST(Table, CutsNothingWhereThereIsRoom) {
  Table table({{"words", Style::Plain, true}});
  table.add({std::string(500, 'w')});
  EXPECT_EQ(table.layout(0, 0), "words\n" + std::string(500, 'w') + "\n");
}

}  // namespace
}  // namespace verbale
