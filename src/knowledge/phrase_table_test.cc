#include "knowledge/phrase_table.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

TEST(PhraseTable, FindsTheLongestAndAll) {
  PhraseTable table;
  table.add("united", 1);
  table.add("united nations", 2);
  table.add("united nations charter", 3);
  table.add("united nations", 4);
  const std::vector<std::string_view> words = {"united", "nations", "day"};
  const PhraseTable::Match match = table.longest(words);
  EXPECT_EQ(match.length, 2);
  EXPECT_EQ(match.values.size(), 2u);
  EXPECT_EQ(table.all(words).size(), 2u);
  EXPECT_EQ(table.size(), 3u);
}

TEST(PhraseTable, FindsNothingInOtherWords) {
  PhraseTable table;
  table.add("united nations", 1);
  table.add("", 2);
  const std::vector<std::string_view> words = {"united", "states"};
  EXPECT_EQ(table.longest(words).length, 0);
  EXPECT_EQ(table.longest({}).length, 0);
}

}  // namespace
}  // namespace verbale
