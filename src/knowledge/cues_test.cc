#include "knowledge/cues.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace verbale {
namespace {

bool has(std::string_view lemma, std::string_view form, VerbForm tag, std::string_view past = "",
         std::string_view participle = "") {
  const std::vector<std::pair<std::string, VerbForm>> forms = inflect_verb(lemma, past, participle);
  return std::ranges::find(forms, std::pair(std::string(form), tag)) != forms.end();
}

TEST(Cues, InflectsByTheSpellingRules) {
  EXPECT_TRUE(has("note", "noting", VerbForm::Gerund));
  EXPECT_TRUE(has("agree", "agreeing", VerbForm::Gerund));
  EXPECT_TRUE(has("agree", "agreed", VerbForm::Past));
  EXPECT_TRUE(has("commit", "committed", VerbForm::Past));
  EXPECT_TRUE(has("offer", "offered", VerbForm::Past));
  EXPECT_TRUE(has("reply", "replied", VerbForm::Past));
  EXPECT_TRUE(has("convey", "conveyed", VerbForm::Past));
  EXPECT_TRUE(has("stress", "stresses", VerbForm::Present3));
  EXPECT_TRUE(has("speak", "spoken", VerbForm::PastParticiple, "spoke", "spoken"));
  EXPECT_FALSE(has("speak", "speaked", VerbForm::Past, "spoke", "spoken"));
}

TEST(Cues, ThePackIsFoundByAnyForm) {
  const Result<Cues> cues = Cues::load(VERBALE_SOURCE_DIR);
  ASSERT_TRUE(cues) << cues.error().message();
  for (const char* form : {"said", "emphasised", "emphasizes", "vowing", "spoke", "told"}) {
    EXPECT_NE(cues->form(form), nullptr) << form;
  }
  EXPECT_EQ(cues->form("table"), nullptr);
  ASSERT_NE(cues->adjective("committed"), nullptr);
  EXPECT_EQ(cues->adjective("committed")->cue_class, CueClass::Commit);
  ASSERT_NE(cues->noun("condolences"), nullptr);
  EXPECT_EQ(cues->cue(cues->noun("condolences")->cue).act, Act::Expressive);
}

TEST(Cues, LongPhrasesComeBeforeShortOnes) {
  const Result<Cues> cues = Cues::load(VERBALE_SOURCE_DIR);
  ASSERT_TRUE(cues) << cues.error().message();
  const CueVerb& make = cues->verb(cues->form("made")->verb);
  ASSERT_GT(make.phrases.size(), 1u);
  EXPECT_GE(cues->cue(make.phrases.front()).rest.size(), cues->cue(make.phrases.back()).rest.size());
}

}  // namespace
}  // namespace verbale
