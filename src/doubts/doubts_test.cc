#include "doubts/doubts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/test_knowledge.h"

namespace verbale {
namespace {

using testing::Contains;
using testing::IsEmpty;

Doubt doubt_of(Layer layer, Document& document) {
  weigh_doubts(document, test_knowledge());
  return document.doubts[static_cast<size_t>(layer)].at(0);
}

TEST(Doubts, AStatementWithoutSpeakerIsMoreDoubtfulThanOneWith) {
  Document document;
  document.text = "Lý said rain fell.";
  Actor actor;
  actor.id = "ly";
  document.actors = {actor};
  Statement statement;
  statement.cue = {4, 8};
  statement.content = {{9, 18}};
  statement.made_by = "frame.object";
  statement.speaker = {0};
  document.statements = {statement};
  const Doubt known = doubt_of(Layer::Statement, document);
  document.statements[0].speaker.clear();
  const Doubt unknown = doubt_of(Layer::Statement, document);
  EXPECT_LT(known.doubt, unknown.doubt);
  EXPECT_THAT(unknown.reasons, Contains("no speaker was found"));
  EXPECT_THAT(known.reasons, testing::Not(Contains("no speaker was found")));
}

TEST(Doubts, AnUndertakingWeighsMoreThanWhatIsOnlyNamed) {
  Document document;
  document.text = "A pact.";
  Framework framework;
  framework.text = {2, 6};
  framework.id = "pact";
  framework.made_by = "framework.pack";
  document.frameworks = {framework};
  Commitment commitment;
  commitment.text = {2, 6};
  commitment.by = {0};
  commitment.made_by = "person:Ann";
  document.commitments = {commitment};
  EXPECT_GT(doubt_of(Layer::Commitment, document).importance,
            doubt_of(Layer::Framework, document).importance);
  // What a person made is not doubted for its rule.
  EXPECT_THAT(doubt_of(Layer::Commitment, document).reasons, IsEmpty());
  EXPECT_EQ(doubt_of(Layer::Commitment, document).doubt, 0);
}

TEST(Doubts, APronounPastSomebodyElseIsDoubtful) {
  Document document;
  document.text = "Lý met Mai. He said rain fell.";
  document.sentences = {{{0, 11}, {}, {}, 0}, {{12, 31}, {}, {}, 0}};
  Actor ly;
  Actor mai;
  ly.id = "ly";
  mai.id = "mai";
  document.actors = {ly, mai};
  Mention first{{0, 3}, {}, -1, MentionKind::Name, 0, -1, ""};
  Mention other{{8, 11}, {}, -1, MentionKind::Name, 1, -1, ""};
  Mention he{{13, 15}, {}, -1, MentionKind::Pronoun, 0, 0, ""};
  document.mentions = {first, other, he};
  Statement statement;
  statement.source = {13, 15};
  statement.source_tokens = {4, 5};
  statement.cue = {16, 20};
  statement.content = {{21, 30}};
  statement.speaker = {0};
  statement.made_by = "frame.object";
  document.statements = {statement};
  const Doubt doubt = doubt_of(Layer::Statement, document);
  EXPECT_THAT(doubt.reasons,
              Contains("somebody else is named between the pronoun and the name it is taken for"));
  document.mentions[1].actor = 0;
  EXPECT_LT(doubt_of(Layer::Statement, document).doubt, doubt.doubt);
}

}  // namespace
}  // namespace verbale
