#include "publication/reference.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "knowledge/test_knowledge.h"

namespace verbale {
namespace {

// One sentence of tokens cut at blanks; `core` in [brackets] is a person's name, the words from "<"
// on its title.
Document made(std::string_view text, std::string_view id) {
  Document document;
  Name name{{-1, -1}, {-1, -1}, NameKind::Person, {}, "test"};
  size_t at = 0;
  std::string plain;
  std::vector<std::string> words;
  while (at < text.size()) {
    const size_t end = std::min(text.find(' ', at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  for (const std::string& word : words) {
    const int32_t index = static_cast<int32_t>(document.tokens.size());
    if (word == "<") {
      name.tokens.first = index;
    } else if (word == "[") {
      name.core.first = index;
    } else if (word == "]") {
      name.core.last = name.tokens.last = index;
    } else {
      if (!document.text.empty()) document.text += ' ';
      Token token;
      token.span.begin = static_cast<uint32_t>(document.text.size());
      document.text += word;
      token.span.end = static_cast<uint32_t>(document.text.size());
      token.lower = document.strings.intern(to_lower(word));
      document.tokens.push_back(token);
    }
  }
  name.id = document.strings.intern(id);
  document.names.push_back(name);
  document.sentences.push_back({{0, static_cast<uint32_t>(document.text.size())},
                                {0, static_cast<int32_t>(document.tokens.size())},
                                {},
                                0});
  settle_reference(document, test_knowledge());
  return document;
}

// Scholz was Chancellor from December 2021 to May 2025.
TEST(Reference, OfficesAndWeekdayLeaveOneYear) {
  const Document d =
      made("< Chancellor [ Olaf Scholz ] arrived on Monday , 14 November .", "olaf-scholz");
  EXPECT_EQ(d.publication.reference.value, "2022-11-14");
  EXPECT_TRUE(d.publication.reference.inferred);
  EXPECT_NE(d.publication.reference.reason.find("2022"), std::string::npos);
}

TEST(Reference, TwoYearsSettleNothing) {
  const Document d = made("< Chancellor [ Olaf Scholz ] arrived on 14 November .", "olaf-scholz");
  EXPECT_EQ(d.publication.reference.value, "");
}

TEST(Reference, WithoutAnOfficeNothingIsSettled) {
  const Document d = made("< [ Olaf Scholz ] arrived on Monday , 14 November .", "olaf-scholz");
  EXPECT_EQ(d.publication.reference.value, "");
}

TEST(Reference, AFormerOfficeTellsNothing) {
  const Document d =
      made("< former Chancellor [ Olaf Scholz ] arrived on Monday , 14 November .", "olaf-scholz");
  EXPECT_EQ(d.publication.reference.value, "");
}

TEST(Reference, DatesWithAYearAreNoneWithout) {
  const Document d =
      made("< Chancellor [ Olaf Scholz ] arrived on Monday , 14 November 2022 .", "olaf-scholz");
  EXPECT_EQ(d.publication.reference.value, "");
}

}  // namespace
}  // namespace verbale
