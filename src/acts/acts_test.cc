#include "acts/acts.h"

#include <gtest/gtest.h>

#include "acts/complement.h"
#include "acts/cue_class.h"
#include "knowledge/test_knowledge.h"
#include "record/tagged_document.h"

namespace verbale {
namespace {

Complement read(const Document& document, Expect expect = Expect::Anything) {
  const WordsAt words(document);
  return ComplementReader(document, test_knowledge(), words).read(document.sentences[0].tokens, expect);
}

TEST(Complement, TakesTheDeedOutOfAnInfinitive) {
  const Document document = tagged_document("to/TO jointly/RB build/VB a/DT bridge/NN");
  const Complement complement = read(document);
  EXPECT_EQ(complement.shape, Shape::Infinitive);
  EXPECT_EQ(document.form(complement.deed_verb), "build");
}

TEST(Complement, FollowsModalsAndReadiness) {
  const Document will = tagged_document("Peru/NNP will/MD also/RB open/VB a/DT consulate/NN");
  const Complement promised = read(will);
  EXPECT_TRUE(promised.will);
  EXPECT_EQ(will.form(promised.deed_start), "open");
  const Document ready = tagged_document("Peru/NNP is/BEZ/be ready/JJ to/TO open/VB a/DT consulate/NN");
  EXPECT_TRUE(read(ready).willing);
  const Document forecast = tagged_document("the/DT road/NN will/MD be/BE long/JJ");
  EXPECT_FALSE(read(forecast).will);
}

TEST(Complement, FindsTheActionBehindANoun) {
  const Document document = tagged_document("their/PRP shared/JJ commitment/NN to/IN opening/VBG/open the/DT border/NN");
  const Complement complement = read(document);
  EXPECT_EQ(complement.shape, Shape::Noun);
  EXPECT_EQ(complement.noun_class, ActClass::Commit);
  EXPECT_TRUE(complement.willing);
  EXPECT_EQ(document.form(complement.deed_start), "opening");
}

TEST(Complement, DoesNotTakeARelativeClauseForTheMainOne) {
  const Document document = tagged_document("a/DT treaty/NN which/PRP will/MD end/VB the/DT dispute/NN");
  EXPECT_EQ(read(document).shape, Shape::Noun);
}

TEST(Complement, PassesOverAFrontedAdverbial) {
  const Document document = tagged_document("under/IN the/DT treaty/NN ,/. Peru/NNP will/MD open/VB the/DT port/NN");
  const Complement complement = read(document);
  EXPECT_EQ(document.str(document.span_of(complement.subject)), "Peru");
}

// The act of a statement by Peru with that cue and content.
Act act_of(std::string_view cue, std::string_view content) {
  Document document = tagged_document("Peru/NNP " + std::string(cue) + " " + std::string(content));
  Actor actor;
  actor.id = "PER";
  actor.kind = ActorKind::State;
  document.actors.push_back(actor);
  const int32_t cue_size = static_cast<int32_t>(std::count(cue.begin(), cue.end(), ' ')) + 1;
  Statement statement;
  statement.speaker = {0};
  statement.source_tokens = {0, 1};
  statement.cue_tokens = {1, 1 + cue_size};
  statement.cue = document.span_of(statement.cue_tokens);
  statement.content = {document.span_of({1 + cue_size, static_cast<int32_t>(document.tokens.size())})};
  for (size_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].lower != "peru" && document.tokens[i].lower != "it") continue;
    const int32_t token = static_cast<int32_t>(i);
    Mention mention;
    mention.tokens = {token, token + 1};
    mention.span = document.tokens[i].span;
    mention.head = token;
    mention.actor = 0;
    document.mentions.push_back(mention);
  }
  document.statements.push_back(statement);
  judge_acts(document, test_knowledge());
  return document.statements[0].act;
}

TEST(Acts, TheCueDecidesWhereItIsNotNeutral) {
  EXPECT_EQ(act_of("praised/VBD/praise", "the/DT harvest/NN"), Act::Expressive);
  EXPECT_EQ(act_of("urged/VBD/urge", "restraint/NN"), Act::Directive);
  EXPECT_EQ(act_of("promised/VBD/promise", "to/TO help/VB"), Act::Commissive);
  EXPECT_EQ(act_of("believes/VBZ/believe", "trade/NN will/MD grow/VB"), Act::Assertive);
}

TEST(Acts, TheContentDecidesWhereTheCueIsNeutral) {
  EXPECT_EQ(act_of("said/VBD/say", "it/PRP will/MD lend/VB ships/NNS"), Act::Commissive);
  EXPECT_EQ(act_of("said/VBD/say", "the/DT sea/NN is/BEZ/be calm/JJ"), Act::Assertive);
  EXPECT_EQ(act_of("reiterated/VBD/reiterate", "its/PRP support/NN for/IN fishermen/NNS"), Act::Expressive);
  EXPECT_EQ(act_of("agreed/VBD/agree", "to/TO meet/VB"), Act::Commissive);
  EXPECT_EQ(act_of("agreed/VBD/agree", "the/DT harvest/NN was/BED/be good/JJ"), Act::Assertive);
}

TEST(Acts, CommitmentToAThingOnlyStates) {
  EXPECT_EQ(act_of("reaffirmed/VBD/reaffirm", "its/PRP commitment/NN to/IN peace/NN"), Act::Assertive);
  EXPECT_EQ(act_of("reaffirmed/VBD/reaffirm", "its/PRP commitment/NN to/IN closer/JJ cooperation/NN"), Act::Commissive);
}

}  // namespace
}  // namespace verbale
