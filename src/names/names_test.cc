#include "names/names.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

// Tokens as the tokeniser makes them of simple sentences, each line one sentence: cut at blanks, hyphens, commas,
// brackets and before "'s"; a full stop ends a token only at the end of the line.
Document make_document(std::string text) {
  Document document;
  document.text = std::move(text);
  const std::string& all = document.text;
  size_t at = 0;
  while (at < all.size()) {
    const size_t line_end = std::min(all.find('\n', at), all.size());
    Sentence sentence;
    sentence.span = {static_cast<uint32_t>(at), static_cast<uint32_t>(line_end)};
    sentence.tokens.first = static_cast<int32_t>(document.tokens.size());
    bool space = false;
    for (size_t i = at; i < line_end;) {
      if (all[i] == ' ') {
        space = true;
        ++i;
        continue;
      }
      size_t end = i + 1;
      const bool mark = std::string_view("-,()").find(all[i]) != std::string_view::npos;
      while (!mark && end < line_end && std::string_view(" -,()'").find(all[end]) == std::string_view::npos) ++end;
      if (end == line_end && all[end - 1] == '.' && end - i > 2) --end;
      Token token;
      token.span = {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
      token.lower = document.strings.intern(to_lower(document.str(token.span)));
      token.space_before = space;
      document.tokens.push_back(token);
      space = false;
      i = end;
    }
    sentence.tokens.last = static_cast<int32_t>(document.tokens.size());
    document.sentences.push_back(sentence);
    at = line_end + 1;
  }
  index_words(document);
  return document;
}

class NamesTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    Result<std::unique_ptr<const Knowledge>> loaded = load_knowledge(*find_home());
    ASSERT_TRUE(loaded.has_value()) << loaded.error().message();
    knowledge_ = loaded->release();
  }
  static void TearDownTestSuite() { delete knowledge_; }

  // Names as "Kind title [core] id".
  static std::vector<std::string> names(const std::string& text) {
    Document document = make_document(text);
    find_names(document, *knowledge_);
    static constexpr const char* kKinds[] = {"Person", "State", "Party", "Organisation", "Place"};
    std::vector<std::string> out;
    for (const Name& name : document.names) {
      const Span all = document.span_of(name.tokens);
      const Span core = document.span_of(name.core);
      std::string shown(kKinds[static_cast<size_t>(name.kind)]);
      shown += ' ';
      shown += document.str({all.begin, core.begin});
      shown += '[';
      shown += document.str(core);
      shown += ']';
      shown += document.str({core.end, all.end});
      if (!name.id.empty()) shown += ' ' + std::string(name.id);
      out.push_back(std::move(shown));
    }
    return out;
  }

  static const Knowledge* knowledge_;
};
const Knowledge* NamesTest::knowledge_ = nullptr;

TEST_F(NamesTest, StatesAndPartiesOfThePacks) {
  EXPECT_THAT(names("The delegation flew from Viet Nam to the People's Republic of China (PRC)."),
              ElementsAre("State [Viet Nam] VNM", "State [People's Republic of China] (PRC) CHN"));
  EXPECT_THAT(names("Officials of the Communist Party of China (CPC) came to us via the US."),
              ElementsAre("Party [Communist Party of China] (CPC) cpc", "State [US] USA"));
}

TEST_F(NamesTest, AnAdjectiveIsNoState) {
  EXPECT_THAT(names("The Vietnamese delegation praised Vietnam-Japan cooperation."),
              ElementsAre("State [Vietnam] VNM", "State [Japan] JPN"));
}

TEST_F(NamesTest, TheWholeTitleBelongsToTheName) {
  EXPECT_THAT(names("Yesterday General Secretary of the Communist Party of Vietnam (CPV) Central Committee and "
                    "Vietnamese President To Lam met visiting Vietnamese Party General Secretary and President To Lam."),
              ElementsAre("Person General Secretary of the Communist Party of Vietnam (CPV) Central Committee and "
                          "Vietnamese President [To Lam] to-lam",
                          "Person visiting Vietnamese Party General Secretary and President [To Lam] to-lam"));
  EXPECT_THAT(names("He called President Joseph R. Biden, Jr. and Secretary of State Antony J. Blinken at noon."),
              ElementsAre("Person President [Joseph R. Biden, Jr.] joe-biden",
                          "Person Secretary of State [Antony J. Blinken] antony-blinken"));
  EXPECT_THAT(names("On Monday the U.S. Homeland Security Advisor Dr. Elizabeth Sherwood-Randall spoke."),
              ElementsAre("Person U.S. Homeland Security Advisor Dr. [Elizabeth Sherwood-Randall] "
                          "elizabeth-sherwood-randall"));
}

TEST_F(NamesTest, TwoPersonsWithTheirTitlesStayTwo) {
  EXPECT_THAT(names("They thanked President Biden and Prime Minister Kowalski for it."),
              ElementsAre("Person President [Biden] joe-biden", "Person Prime Minister [Kowalski]"));
  EXPECT_THAT(names("The President and Foreign Minister Kowalski spoke."),
              ElementsAre("Person Foreign Minister [Kowalski]"));
  EXPECT_THAT(names("It was good for the Vice President and President Kowalski."),
              ElementsAre("Person President [Kowalski]"));
  EXPECT_THAT(names("Leaders of the United States and President Kowalski spoke."),
              ElementsAre("State [United States] USA", "Person President [Kowalski]"));
  EXPECT_THAT(names("It was the Deputy Prime Minister and Foreign Minister Okoro Kowal."),
              ElementsAre("Person Deputy Prime Minister and Foreign Minister [Okoro Kowal]"));
  EXPECT_THAT(names("In Ankara, President Kowalski of Lesotho, Prime Minister Okoro and others spoke."),
              ElementsAre("Place [Ankara]", "Person President [Kowalski]", "State [Lesotho] LSO",
                          "Person Prime Minister [Okoro]"));
}

TEST_F(NamesTest, UnknownPersonsAreFoundByTheirTitles) {
  EXPECT_THAT(names("The talks with Prime Minister of Israel Avner Kowalski and Minister of Industry and Trade "
                    "of Vietnam Pham Quoc Kowal lasted."),
              ElementsAre("Person Prime Minister of Israel [Avner Kowalski]",
                          "Person Minister of Industry and Trade of Vietnam [Pham Quoc Kowal]"));
  EXPECT_THAT(names("On Monday Secretary of State Okorisu J. Kowalusk spoke."),
              ElementsAre("Person Secretary of State [Okorisu J. Kowalusk]"));
  EXPECT_THAT(names("It was Latvia's Foreign Minister Okoro bin Kowal al-Sabbar."),
              ElementsAre("Person Latvia's Foreign Minister [Okoro bin Kowal al-Sabbar]"));
}

TEST_F(NamesTest, ASingleWordOfANameIsFoundAgain) {
  EXPECT_THAT(names("They saw General Secretary To Lam.\nLam said so.\nLam-Kowalski talks ended."),
              ElementsAre("Person General Secretary [To Lam] to-lam", "Person [Lam] to-lam",
                          "Person [Lam] to-lam"));
  EXPECT_THAT(names("They saw President Kowal-Okor Tafaru.\nThis was Kowal-Okor Tafaru."),
              ElementsAre("Person President [Kowal-Okor Tafaru]", "Person [Kowal-Okor Tafaru]"));
}

TEST_F(NamesTest, OrdinaryCapitalsAreNoPersons) {
  EXPECT_THAT(names("Readout of Vice President Kowalski's Meeting with Secretary Okoro"),
              ElementsAre("Person Vice President [Kowalski]", "Person Secretary [Okoro]"));
  EXPECT_THAT(names("They thanked the Director of the U.S. Glacial Atlas, the Lieutenant Governors and "
                    "the General Assembly."),
              ElementsAre("State [U.S.] USA"));
  EXPECT_THAT(names("Both hailed the Comprehensive Strategic Partnership and the President."), IsEmpty());
}

TEST_F(NamesTest, LowerCaseOfficesBeforeANameBelongToIt) {
  EXPECT_THAT(names("It was said by former Palestinian leader Yasser Arafat."),
              ElementsAre("Person former Palestinian leader [Yasser Arafat] yasser-arafat"));
  EXPECT_THAT(names("He met his Chinese counterpart Xi Jinping."),
              ElementsAre("Person his Chinese counterpart [Xi Jinping] xi-jinping"));
}

TEST_F(NamesTest, AnythingIsTaken) {
  EXPECT_THAT(names(""), IsEmpty());
  EXPECT_THAT(names("( ) , - 's and of the"), IsEmpty());
  std::string long_title = "Minister";
  for (int i = 0; i < 5000; ++i) long_title += " of Trade and";
  EXPECT_THAT(names(long_title), IsEmpty());
}

}  // namespace
}  // namespace verbale
