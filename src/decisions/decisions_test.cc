#include "decisions/decisions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/test_knowledge.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "record/json.h"

namespace verbale {
namespace {

using testing::ElementsAre;

const std::string kText = "Lý said rain fell. Mai hoped wind would turn. All left.\n";

Span span_of(const Document& document, std::string_view words) {
  const size_t at = document.text.find(words);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

int32_t add_person(Document& document, const std::string& id, const std::string& name) {
  Mention mention;
  mention.span = span_of(document, name);
  mention.actor = static_cast<int32_t>(document.actors.size());
  mention.made_by = "test";
  Actor actor;
  actor.id = id;
  actor.name = name;
  actor.state = "VNM";
  actor.mentions = {static_cast<int32_t>(document.mentions.size())};
  document.mentions.push_back(mention);
  document.actors.push_back(actor);
  return mention.actor;
}

// What a reader makes of it: two statements and a topic. `finds` says which statements this version
// finds.
Document read(const std::string& finds = "ab") {
  Document document;
  document.text = kText;
  document.sentences = {{{0, 19}, {}, {}, 0}};
  const int32_t ly = add_person(document, "ly", "Lý");
  const int32_t mai = add_person(document, "mai", "Mai");
  Statement said;
  said.source = span_of(document, "Lý");
  said.cue = span_of(document, "said");
  said.content = {span_of(document, "rain fell")};
  said.speaker = {ly};
  said.made_by = "test.said";
  Statement hoped;
  hoped.source = span_of(document, "Mai");
  hoped.cue = span_of(document, "hoped");
  hoped.content = {span_of(document, "wind would turn")};
  hoped.act = Act::Directive;
  hoped.speaker = {mai};
  hoped.made_by = "test.hoped";
  if (finds.contains('a')) document.statements.push_back(said);
  if (finds.contains('b')) document.statements.push_back(hoped);
  Topic topic;
  topic.text = span_of(document, "wind");
  topic.by = {mai};
  topic.made_by = "test.topic";
  document.topics = {topic};
  return document;
}

std::string record_of(const Document& document) { return record_to_json(document, false); }

// A decision about entry number `i` of `document`, as it stands there.
Decision decide(const Document& document, Layer layer, size_t i, Verdict verdict,
                const std::string& reviewer = "Ann", int minute = 0) {
  const CodePointIndex index(document.text);
  RecordIds ids = make_ids(document, index);
  Decision decision;
  decision.reviewer = reviewer;
  decision.at = "2026-03-01T10:" + std::to_string(10 + minute) + ":00Z";
  decision.verdict = verdict;
  decision.text = ids.text;
  decision.layer = layer;
  decision.claim = ids.of(layer)[i];
  decision.body = entries_to_json(document, index, ids)[static_cast<size_t>(layer)][i];
  const Correction whole = correction_from_body(layer, JsonValue::parse(decision.body).value());
  decision.place = {
      std::min(whole.cue.value_or(whole.content->front()).start, whole.content->front().start),
      whole.content->back().end};
  for (const Actor& actor : document.actors)
    decision.actors.push_back({actor.id, actor.name, actor.kind, actor.state});
  return decision;
}

Decision correct_speaker(const Document& document, size_t i, const std::string& speaker,
                         const std::string& reviewer = "Ann", int minute = 0) {
  Decision decision = decide(document, Layer::Statement, i, Verdict::Correct, reviewer, minute);
  decision.change.speaker = {speaker};
  return decision;
}

Document decided(std::vector<Decision> decisions, const std::string& finds = "ab") {
  Document document = read(finds);
  document.review = std::make_shared<ReviewedText>();
  document.review->decisions = std::move(decisions);
  decide_statements(document, test_knowledge());
  decide_the_rest(document, test_knowledge());
  return document;
}

std::vector<std::string> speakers(const Document& document) {
  std::vector<std::string> out;
  for (const Statement& statement : document.statements) {
    std::string all;
    for (const int32_t speaker : statement.speaker)
      all += document.actors[static_cast<size_t>(speaker)].id;
    out.push_back(all);
  }
  return out;
}

TEST(Decisions, WithoutAnyNothingChanges) { EXPECT_EQ(record_of(decided({})), record_of(read())); }

TEST(Decisions, AcceptingChangesNothing) {
  EXPECT_EQ(record_of(decided({decide(read(), Layer::Statement, 0, Verdict::Accept)})),
            record_of(read()));
}

TEST(Decisions, ACorrectedFieldIsThePersons) {
  const Document document = decided({correct_speaker(read(), 0, "mai")});
  EXPECT_THAT(speakers(document), ElementsAre("mai", "mai"));
  EXPECT_EQ(document.statements[0].made_by, "person:Ann");
  EXPECT_EQ(document.statements[1].made_by, "test.hoped");
  ASSERT_EQ(document.review->entries.size(), 1u);
  EXPECT_EQ(document.review->entries[0].rule, "test.said");
}

TEST(Decisions, PronounsFollowTheSpeaker) {
  Document document = read();
  Mention he;
  he.span = span_of(document, "fell");  // as if it were "he"
  he.kind = MentionKind::Pronoun;
  he.actor = 0;
  he.antecedent = 0;
  document.actors[0].mentions.push_back(2);
  document.mentions.push_back(he);
  document.review = std::make_shared<ReviewedText>();
  document.review->decisions = {correct_speaker(read(), 0, "mai")};
  decide_statements(document, test_knowledge());
  EXPECT_EQ(document.mentions[2].actor, 1);
  EXPECT_THAT(document.actors[0].mentions, ElementsAre(0));
  EXPECT_THAT(document.actors[1].mentions, ElementsAre(1, 2));
}

TEST(Decisions, WithdrawnHasNoEffect) {
  Decision decision = correct_speaker(read(), 0, "mai");
  decision.withdrawn_at = "2026-03-02T10:00:00Z";
  Decision rejected = decide(read(), Layer::Topic, 0, Verdict::Reject);
  rejected.withdrawn_at = decision.withdrawn_at;
  EXPECT_EQ(record_of(decided({decision, rejected})), record_of(read()));
}

TEST(Decisions, RejectedLeaves) {
  const Document document = decided({decide(read(), Layer::Statement, 0, Verdict::Reject)});
  EXPECT_THAT(speakers(document), ElementsAre("mai"));
  EXPECT_EQ(document.review->entries[0].index, -1);
}

TEST(Decisions, NothingHereKeepsOutAllLayersButNotWhatOnlyReachesIn) {
  Decision nothing;
  nothing.verdict = Verdict::NothingHere;
  nothing.reviewer = "Ann";
  nothing.place = {29, 33};  // "wind": the topic, and a part of what Mai hoped
  Document document = decided({nothing});
  EXPECT_TRUE(document.topics.empty());
  EXPECT_EQ(document.statements.size(), 2u);
  nothing.place = {19, 45};
  document = decided({nothing});
  EXPECT_THAT(speakers(document), ElementsAre("ly"));
}

TEST(Decisions, WhatTheReaderNoLongerFindsIsPutInAgainWithItsId) {
  const Decision accepted = decide(read(), Layer::Statement, 0, Verdict::Accept);
  const Document document = decided({accepted}, "b");
  EXPECT_THAT(speakers(document), ElementsAre("ly", "mai"));
  EXPECT_EQ(document.str(document.statements[0].content[0]), "rain fell");
  EXPECT_EQ(document.statements[0].made_by, "person:Ann");
  EXPECT_EQ(document.review->entries[0].claim.id, accepted.claim.id);
  EXPECT_FALSE(document.review->entries[0].found);
}

TEST(Decisions, ARejectionOfWhatIsGoneTakesOutNothingElse) {
  EXPECT_THAT(speakers(decided({decide(read(), Layer::Statement, 0, Verdict::Reject)}, "b")),
              ElementsAre("mai"));
}

TEST(Decisions, AStatementWithinAnotherIsAnother) {
  // The outer one's words are nearly all the inner one's; the cues tell them apart.
  const Document both = read();
  Document inner_gone = read();
  inner_gone.statements[0].cue = span_of(inner_gone, "Lý");
  Decision rejected = decide(both, Layer::Statement, 0, Verdict::Reject);
  inner_gone.review = std::make_shared<ReviewedText>();
  inner_gone.review->decisions = {rejected};
  decide_statements(inner_gone, test_knowledge());
  EXPECT_EQ(inner_gone.statements.size(), 2u);
}

TEST(Decisions, LaterDecisionsBuildOnEarlierOnes) {
  Decision act = decide(read(), Layer::Statement, 0, Verdict::Correct, "Bob", 1);
  act.change.act = "commissive";
  const Document document = decided({correct_speaker(read(), 0, "mai"), act});
  EXPECT_THAT(speakers(document), ElementsAre("mai", "mai"));
  EXPECT_EQ(document.statements[0].act, Act::Commissive);
}

TEST(Decisions, TheLatestCountsAndTheDisagreementShows) {
  const Document document =
      decided({correct_speaker(read(), 0, "mai"),
               decide(read(), Layer::Statement, 0, Verdict::Reject, "Bob", 1)});
  EXPECT_THAT(speakers(document), ElementsAre("mai"));
  EXPECT_TRUE(document.review->entries[0].disputed);
}

TEST(Decisions, TheAdjudicationCountsWhateverComesLater) {
  Decision settled = correct_speaker(read(), 0, "mai", "Chief", 1);
  settled.adjudicates = true;
  const Document document =
      decided({decide(read(), Layer::Statement, 0, Verdict::Reject, "Bob", 0), settled,
               decide(read(), Layer::Statement, 0, Verdict::Reject, "Bob", 2)});
  EXPECT_THAT(speakers(document), ElementsAre("mai", "mai"));
  EXPECT_FALSE(document.review->entries[0].disputed);
}

TEST(Decisions, AnActorWhomTheTextDoesNotNameIsAddedWithHisState) {
  Decision decision = correct_speaker(read(), 0, "an-other");
  decision.actors.push_back({"an-other", "An Other", ActorKind::Person, "LAO"});
  const Document document = decided({decision});
  EXPECT_THAT(speakers(document), ElementsAre("an-other", "mai"));
  EXPECT_EQ(document.actors.back().id, "LAO");
}

TEST(Decisions, APersonAddsWhatTheReaderMissed) {
  Decision added;
  added.reviewer = "Ann";
  added.verdict = Verdict::Correct;
  added.layer = Layer::Statement;
  added.claim = {"s-new", 46, 0};
  added.place = {46, 54};
  added.change.content = {{46, 54}};
  added.change.speaker = {"ly"};
  added.change.form = "unmarked";
  const Document document = decided({added});
  EXPECT_THAT(speakers(document), ElementsAre("ly", "mai", "ly"));
  EXPECT_EQ(document.str(document.statements[2].content[0]), "All left");
}

TEST(Decisions, PlacesOutsideTheTextDoNothing) {
  Decision decision = correct_speaker(read(), 0, "mai");
  decision.change.speaker.reset();
  decision.change.content = {{5000, 6000}};
  EXPECT_EQ(record_of(decided({decision})), record_of(read()));
}

TEST(DecisionJson, ComesBackAsItWas) {
  Decision decision = correct_speaker(read(), 0, "mai");
  decision.change.content = {{2, 5}, {7, 9}};
  decision.change.source = CodeRange{};
  decision.comment = "says “who”";
  decision.id = decision_id(decision);
  JsonWriter json;
  write_decision(json, decision, "a");
  const Result<Decision> again = decision_from_json(JsonValue::parse(json.text()).value());
  ASSERT_TRUE(again) << again.error().message();
  EXPECT_EQ(*again, decision);
}

TEST(DecisionJson, RefusesWhatWasChangedOnTheWay) {
  Decision decision = correct_speaker(read(), 0, "mai");
  decision.id = decision_id(decision);
  decision.reviewer = "Eve";
  JsonWriter json;
  write_decision(json, decision, "");
  EXPECT_FALSE(decision_from_json(JsonValue::parse(json.text()).value()));
}

TEST(DecisionJson, FieldsAreThoseOfTheLayer) {
  Correction act;
  act.act = "commissive";
  EXPECT_TRUE(check_correction(Layer::Statement, act, 100));
  EXPECT_FALSE(check_correction(Layer::Commitment, act, 100));
  act.act = "shouted";
  EXPECT_FALSE(check_correction(Layer::Statement, act, 100));
  Correction words;
  words.content = {{90, 101}};
  EXPECT_FALSE(check_correction(Layer::Topic, words, 100));
  words.content = {{90, 100}};
  EXPECT_TRUE(check_correction(Layer::Topic, words, 100));
}

}  // namespace
}  // namespace verbale
