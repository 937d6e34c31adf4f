#include "knowledge/word_forms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> others(std::string_view word) {
  static const WordForms forms = WordForms::load(find_home().value()).value();
  return forms.others(word);
}

TEST(WordForms, BothNumbersOfANoun) {
  for (const auto& [one, many] : {std::pair("railway", "railways"), {"visa", "visas"}, {"ferry", "ferries"}, {"match", "matches"},
                                  {"crisis", "crises"}, {"memorandum", "memoranda"}, {"child", "children"}, {"bus", "buses"}}) {
    EXPECT_THAT(others(one), Contains(many)) << one;
    EXPECT_THAT(others(many), Contains(one)) << many;
  }
}

TEST(WordForms, TheTensesOfAVerb) {
  for (const auto& [base, past] : {std::pair("sign", "signed"), {"agree", "agreed"}, {"plan", "planned"}, {"carry", "carried"},
                                   {"promote", "promoted"}, {"build", "built"}, {"speak", "spoken"}}) {
    EXPECT_THAT(others(base), Contains(past)) << base;
    EXPECT_THAT(others(past), Contains(base)) << past;
  }
}

TEST(WordForms, OtherWordsAreNoForms) {
  EXPECT_THAT(others("new"), Not(Contains("news")));
  EXPECT_THAT(others("news"), IsEmpty());
  EXPECT_THAT(others("goods"), IsEmpty());
  EXPECT_THAT(others("shed"), Not(Contains("she")));
  EXPECT_THAT(others("meet"), AllOf(Contains("met"), Not(Contains("meeting"))));
  EXPECT_THAT(others("german"), Contains("germans"));
}

TEST(WordForms, AnyBytesAreTaken) {
  for (const std::string_view word : {"", "s", "ed", "xi", "5g", "l\xC3\xA2m", "\xFF\xC3", "ssssssss", "eeeed"}) {
    EXPECT_THAT(others(word), Not(Contains(std::string(word))));
  }
  EXPECT_THAT(others(std::string(100000, 's')), IsEmpty());
}

}  // namespace
}  // namespace verbale
