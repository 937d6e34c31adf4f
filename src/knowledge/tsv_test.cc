#include "knowledge/tsv.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

constexpr std::string_view kHeader = "# source: us\n# licence: Apache-2.0\nlemma\tclass\n";

Result<void> parse(std::string text, std::vector<std::string>* seen = nullptr) {
  return parse_pack(text, "x.tsv", {"lemma", "class"}, [&](const TsvRow& row) -> std::string {
    if (seen != nullptr) seen->push_back(std::string(row[0]) + "/" + std::string(row[1]));
    return row[1] == "bad" ? "no class 'bad'" : "";
  });
}

TEST(Tsv, ReadsRowsAndPassesOverComments) {
  std::vector<std::string> seen;
  ASSERT_TRUE(parse(std::string(kHeader) + "say\tsay\r\n# note\n\nask\t\n", &seen));
  EXPECT_EQ(seen, (std::vector<std::string>{"say/say", "ask/"}));
}

TEST(Tsv, RefusesWithFileLineAndReason) {
  EXPECT_EQ(parse(std::string(kHeader) + "say\n").error().message(),
            "x.tsv: line 4: 1 cells where 2 are expected: correct the pack");
  EXPECT_EQ(parse(std::string(kHeader) + "say\tbad\n").error().message(),
            "x.tsv: line 4: no class 'bad': correct the pack");
  EXPECT_FALSE(parse("# source: us\nlemma\tclass\n"));
  EXPECT_FALSE(parse("# source: us\n# licence: MIT\nlemma\n"));
  EXPECT_FALSE(parse(""));
  EXPECT_FALSE(parse(std::string(kHeader) + "s\xFFy\tsay\n"));
}

TEST(Tsv, SplitsCells) {
  EXPECT_EQ(split_cell("a|b||c").size(), 3u);
  EXPECT_TRUE(split_cell("").empty());
}

}  // namespace
}  // namespace verbale
