// Frames over hand-made parses: each test is one kind of frame or one fault of the parse that is repaired.
// What the whole program makes of running text is in tests/cases/statements.
#include "statements/statements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/knowledge.h"
#include "statements/genre.h"
#include "statements/hand_parse.h"
#include "statements/quotations.h"

namespace verbale {
namespace {

using testing::ElementsAre;

class Statements : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    knowledge_ = new Knowledge;
    Result<Cues> cues = Cues::load(VERBALE_SOURCE_DIR);
    ASSERT_TRUE(cues) << cues.error().message();
    knowledge_->cues = std::move(*cues);
    Result<Speakers> speakers = Speakers::load(VERBALE_SOURCE_DIR);
    ASSERT_TRUE(speakers) << speakers.error().message();
    knowledge_->speakers = std::move(*speakers);
  }
  static void TearDownTestSuite() { delete knowledge_; }

  // "source | cue | content" of each statement.
  static std::vector<std::string> rows(Document& document) {
    find_statements(document, *knowledge_);
    std::vector<std::string> out;
    for (const Statement& statement : document.statements) {
      std::string row(statement.source.empty() ? "-" : document.str(statement.source));
      row += " | ";
      row += statement.cue.empty() ? "-" : document.str(statement.cue);
      for (const Span content : statement.content) {
        row += " | ";
        row += document.str(content);
      }
      out.push_back(row);
    }
    return out;
  }

  static Knowledge* knowledge_;
};
Knowledge* Statements::knowledge_ = nullptr;

TEST_F(Statements, ThatClause) {
  Document d = parse_by_hand({"Alva/PROPN/nsubj/2/name said/VERB/root/0/Past that/SCONJ/mark/5 trade/NOUN/nsubj/5 "
                              "grew/VERB/ccomp/2/Past ./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | said | trade grew"));
  EXPECT_EQ(d.statements[0].made_by, "frame.that-clause");
  EXPECT_EQ(d.statements[0].cue_class, "say");
}

TEST_F(Statements, AddresseeBeforeInfinitive) {
  Document d = parse_by_hand({"Alva/PROPN/nsubj/2/name urged/VERB/root/0/Past Borg/PROPN/obj/2/name to/PART/mark/5 "
                              "sign/VERB/xcomp/2/Base ./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | urged | to sign"));
  EXPECT_EQ(d.str(d.span_of(d.statements[0].to_tokens)), "Borg");
}

TEST_F(Statements, SiblingCueEndsTheContent) {
  Document d = parse_by_hand({"Alva/PROPN/nsubj/2/name welcomed/VERB/root/0/Past the/DET/det/4 pact/NOUN/obj/2 "
                              "and/CCONJ/cc/6 thanked/VERB/conj/2/Past Borg/PROPN/obj/6/name for/ADP/case/10 "
                              "his/PRON/nmod:poss/10 work/NOUN/obl/6 ./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | welcomed | the pact", "Alva | thanked | for his work"));
}

TEST_F(Statements, SiblingHungOnTheWrongClauseIsFoundByItsForm) {
  // "noted" hangs on "pact" as the parser likes to have it.
  Document d = parse_by_hand({"Alva/PROPN/nsubj/2/name welcomed/VERB/root/0/Past the/DET/det/4 pact/NOUN/obj/2 "
                              "and/CCONJ/cc/6 noted/VERB/acl:relcl/4/Past the/DET/det/8 costs/NOUN/obj/6 "
                              "./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | welcomed | the pact", "Alva | noted | the costs"));
}

TEST_F(Statements, LightVerbAndNounAreOneCue) {
  Document d = parse_by_hand({"She/PRON/nsubj/2 expressed/VERB/root/0/Past deep/ADJ/amod/4 concern/NOUN/obj/2 "
                              "about/ADP/case/7 the/DET/det/7 raids/NOUN/obl/2 ./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre("She | expressed deep concern | about the raids"));
}

TEST_F(Statements, InvertedCueTakesWhatStandsBefore) {
  Document d = parse_by_hand({"Trade/NOUN/nsubj/2 grew/VERB/ccomp/5/Past ,/PUNCT/punct/5 Alva/PROPN/nsubj/5/name "
                              "said/VERB/root/0/Past ./PUNCT/punct/5"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | said | Trade grew"));
}

TEST_F(Statements, PassiveTakesItsSubject) {
  Document d = parse_by_hand({"The/DET/det/2 need/NOUN/nsubj:pass/6 for/ADP/case/4 calm/NOUN/nmod/2 "
                              "was/AUX/aux:pass/6/Past stressed/VERB/root/0/PastParticiple ./PUNCT/punct/6"});
  EXPECT_THAT(rows(d), ElementsAre("- | stressed | The need for calm"));
}

TEST_F(Statements, ImpersonalPassiveTakesItsClause) {
  Document d = parse_by_hand({"It/PRON/expl/3 was/AUX/aux:pass/3/Past agreed/VERB/root/0/PastParticiple to/PART/mark/5 "
                              "meet/VERB/xcomp/3/Base ./PUNCT/punct/3"});
  EXPECT_THAT(rows(d), ElementsAre("- | agreed | to meet"));
}

TEST_F(Statements, ThingsDoNotSpeak) {
  Document d = parse_by_hand({"The/DET/det/2 visit/NOUN/nsubj/3 reaffirms/VERB/root/0/Present3 the/DET/det/5 "
                              "bond/NOUN/obj/3 ./PUNCT/punct/3"});
  EXPECT_THAT(rows(d), ElementsAre());
}

TEST_F(Statements, AParticipleThatDescribesAThingIsNoCue) {
  Document d = parse_by_hand({"Alva/PROPN/nsubj/2/name visited/VERB/root/0/Past the/DET/det/4 plant/NOUN/obj/2 "
                              "announced/VERB/acl/4/PastParticiple by/ADP/case/7 Borg/PROPN/obl/5/name "
                              "./PUNCT/punct/2"});
  EXPECT_THAT(rows(d), ElementsAre());
}

TEST_F(Statements, QuotationOverTwoSentencesIsOneEntry) {
  Document d = parse_by_hand({"“/PUNCT/punct/3 We/PRON/nsubj/3 won/VERB/ccomp/7/Past ,/PUNCT/punct/7 "
                              "”/PUNCT/punct/7 Alva/PROPN/nsubj/7/name said/VERB/root/0/Past ./PUNCT/punct/7",
                              "+“/PUNCT/punct/3 They/PRON/nsubj/3 lost/VERB/root/0/Past ./PUNCT/punct/3 "
                              "”/PUNCT/punct/3"});
  EXPECT_THAT(rows(d), ElementsAre("Alva | said | We won | They lost"));
  EXPECT_EQ(d.statements[0].form, Form::Direct);
}

TEST_F(Statements, EmptyAndHeadlessInput) {
  Document empty;
  EXPECT_THAT(rows(empty), ElementsAre());
  // All heads form a ring: no tree at all.
  Document ring = parse_by_hand({"Alva/PROPN/nsubj/2/name said/VERB/ccomp/3/Past so/ADV/advmod/1 ./PUNCT/punct/2"});
  rows(ring);
}

TEST(Quotations, UnclosedOnesEndWithTheirParagraphAndGoOn) {
  const Document d = parse_by_hand({"“/PUNCT/punct/2 One/NUM/root/0", "Two/NUM/root/0 ”/PUNCT/punct/1"});
  const std::vector<Quotation> found = find_quotations(d);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].closed);
  EXPECT_TRUE(found[1].opens_paragraph);
}

TEST(Genre, TheTitleAndWhoSpeaksDecide) {
  Document joint = parse_by_hand({"Joint/ADJ/amod/2 Statement/NOUN/root/0", "We/PRON/nsubj/2 agree/VERB/root/0/Present"});
  EXPECT_EQ(genre_of(joint), Genre::JointStatement);
  Document report = parse_by_hand({"Readout/NOUN/root/0 of/ADP/case/3 call/NOUN/nmod/1",
                                   "Alva/PROPN/nsubj/2/name spoke/VERB/root/0/Past"});
  EXPECT_EQ(genre_of(report), Genre::Report);
  Document remarks = parse_by_hand({"Remarks/NOUN/root/0 by/ADP/case/3 Alva/PROPN/nmod/1/name",
                                    "I/PRON/nsubj/2 came/VERB/root/0/Past"});
  EXPECT_EQ(genre_of(remarks), Genre::Statement);
}

TEST(Genre, FindsTheLabelsOfATranscript) {
  const Document d = parse_by_hand({"PRESIDENT/PROPN/compound/2 ALVA/PROPN/root/0 :/PUNCT/punct/2 Thanks/NOUN/list/2",
                                    "He/PRON/nsubj/2 said/VERB/root/0/Past this/PRON/obj/2 :/PUNCT/punct/2 no/INTJ/obj/2"});
  EXPECT_EQ(speaker_label(d, d.paragraphs[0]), (TokenRange{0, 2}));
  EXPECT_TRUE(speaker_label(d, d.paragraphs[1]).empty());
}

}  // namespace
}  // namespace verbale
