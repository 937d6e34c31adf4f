#include "reuse/words.h"

#include <gtest/gtest.h>

#include <string>

#include "reuse/quoted.h"

namespace verbale {
namespace {

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> found;
  for (const uint32_t begin : read_words(text).begins) {
    found.emplace_back(text.substr(begin, word_end(text, begin) - begin));
  }
  return found;
}

TEST(Words, AreLettersAndDigitsWhateverStandsBetween) {
  EXPECT_EQ(forms("The two sides' 3rd talks, on the U.S.-China line (2024)."),
            (std::vector<std::string>{"The", "two", "sides", "3rd", "talks", "on", "the", "U", "S",
                                      "China", "line", "2024"}));
  EXPECT_TRUE(forms("").empty());
  EXPECT_TRUE(forms(" \n-- !").empty());
}

TEST(Words, FoldToTheSameHashes) {
  const auto hashes = [](std::string_view text) { return read_words(text).hashes; };
  EXPECT_EQ(hashes("Tô Lâm, CHỦ TỊCH nước"), hashes("to lam chu tich nuoc"));
  EXPECT_EQ(hashes("hợp tác"), hashes("ho\xCC\x9B\xCC\xA3p ta\xCC\x81\x63"));  // composed or not
  EXPECT_EQ(hashes("internationalisation of Đà Nẵng"), hashes("INTERNATIONALISATION OF Da Nang"));
  EXPECT_EQ(hashes("don’t re-open"), hashes("don't re–open"));
  EXPECT_EQ(hashes("２０２４年"), hashes("2024年"));
  EXPECT_EQ(hashes("co\xC2\xADoperation"), hashes("cooperation"));  // soft hyphen
  EXPECT_NE(hashes("cooperate"), hashes("cooperation"));
  EXPECT_NE(hashes("abcdefgh"), hashes("abcdefghi"));
}

TEST(Words, EveryLengthIsReadTheSameWithAndWithoutDiacritics) {
  for (size_t length = 1; length < 40; ++length) {
    std::string plain(length, 'a');
    for (size_t i = 0; i < length; ++i) plain[i] = static_cast<char>('a' + i % 26);
    std::string accented = plain;
    accented.replace(length / 2, 1, std::string(1, plain[length / 2]) + "\xCC\x81");
    EXPECT_EQ(read_words(plain).hashes, read_words(accented + " ").hashes) << length;
  }
}

TEST(Words, AChineseCharacterIsAWord) {
  const std::string_view text = "双方强调2024年";
  EXPECT_EQ(forms(text), (std::vector<std::string>{"双", "方", "强", "调", "2024", "年"}));
  EXPECT_TRUE(is_unspaced(read_words(text).hashes[0]));
  EXPECT_FALSE(is_unspaced(read_words(text).hashes[4]));
}

TEST(Words, MalformedBytesSeparate) {
  EXPECT_EQ(forms("talks\xFF\xFE held\xC3"), (std::vector<std::string>{"talks", "held"}));
  EXPECT_EQ(forms(std::string_view("a\0b", 3)), (std::vector<std::string>{"a", "b"}));
}

TEST(Words, FurnitureIsLeftOut) {
  const std::string_view text = "Photo: agency. \"They met\" today.";
  const std::vector<Span> furniture{{0, 14}};
  const TextWords words = read_words(text, furniture);
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words.begins[0], 16u);
  const std::vector<WordStretch> quoted = quoted_words(words.marks, words.size());
  ASSERT_EQ(quoted.size(), 1u);
  EXPECT_EQ(quoted[0].begin, 0u);
  EXPECT_EQ(quoted[0].end, 2u);
}

TEST(Words, SameWordsAreComparedByCharacters) {
  EXPECT_TRUE(same_words("Tô Lâm: “cooperation”", "to lam cooperation"));
  EXPECT_FALSE(same_words("to lam", "to lam said"));
  EXPECT_FALSE(same_words("to lam", "to lan"));
}

std::vector<std::string> quotations(std::string_view text) {
  const TextWords words = read_words(text);
  std::vector<std::string> found;
  for (const WordStretch& stretch : quoted_words(words.marks, words.size())) {
    const uint32_t begin = words.begins[stretch.begin];
    found.emplace_back(text.substr(begin, word_end(text, words.begins[stretch.end - 1]) - begin));
  }
  return found;
}

TEST(Quoted, MarksOfAllKinds) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(quotations("He said \"we agree\" and left. \"Good\""), (Found{"we agree", "Good"}));
  EXPECT_EQ(quotations("“a ‘b’ c” d «e f» 「双方」g"), (Found{"a ‘b’ c", "e f", "双方"}));
  EXPECT_EQ(quotations("‘The ministers’ call isn’t over’ it said"), (Found{"The ministers"}));
  EXPECT_EQ(quotations("don’t the sides’ talks"), Found{});
}

TEST(Quoted, WhatAColonAnnouncesAndWhatIsSigned) {
  using Found = std::vector<std::string>;
  EXPECT_EQ(quotations("He went on:\n\nWe agree with them.\n\nThen he left the room."),
            (Found{"We agree with them"}));
  EXPECT_EQ(quotations("代表团说：\n双方一致。\n随后散会。"), (Found{"双方一致"}));
  EXPECT_EQ(quotations("Attributable to the spokesman:\nThe ministers agreed on all of it."),
            Found{});
  EXPECT_EQ(quotations("Three points: one, two.\nThen he left."), Found{});
  EXPECT_EQ(quotations("First.\nWe \"agree\" now — A. Minister (@minister) May 6\nThen he left."),
            (Found{"We \"agree\" now — A. Minister"}));
}

TEST(Quoted, AnOpenQuotationEndsWithItsParagraph) {
  EXPECT_EQ(quotations("“First part\n“second part” he said"),
            (std::vector<std::string>{"First part", "second part"}));
}

TEST(Quoted, AMissingMarkDoesNotTurnTheTextRound) {
  std::string text = "One \" stands alone. ";
  for (int i = 0; i < 300; ++i) text += "word ";
  EXPECT_EQ(quotations(text + "\"yes\" or \"no\""), (std::vector<std::string>{"yes", "no"}));
  EXPECT_EQ(quotations(text + "\n\"yes\""), std::vector<std::string>{"yes"});
}

}  // namespace
}  // namespace verbale
