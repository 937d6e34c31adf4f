#include "meetings/meetings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "record/tagged_document.h"
#include "knowledge/test_knowledge.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

// An actor with a mention at each token that is its name.
void add_actor(Document& document, std::string_view name, ActorKind kind, std::string_view state) {
  Actor actor;
  actor.id = kind == ActorKind::State ? std::string(state) : to_lower(name);
  actor.name = name;
  actor.kind = kind;
  actor.state = state;
  const int32_t index = static_cast<int32_t>(document.actors.size());
  for (size_t t = 0; t < document.tokens.size(); ++t) {
    const int32_t token = static_cast<int32_t>(t);
    if (document.form(token) != name) continue;
    actor.mentions.push_back(static_cast<int32_t>(document.mentions.size()));
    document.mentions.push_back({document.tokens[t].span, {token, token + 1}, token, MentionKind::Name, index, -1, {}});
  }
  document.actors.push_back(std::move(actor));
}

// Silva of Portugal, Mwangi of Kenya and Holm of Norway; the first two lead the talks.
Document told(std::string_view text) {
  Document document = tagged_document(text);
  index_words(document);
  add_actor(document, "Silva", ActorKind::Person, "PRT");
  add_actor(document, "Mwangi", ActorKind::Person, "KEN");
  add_actor(document, "Holm", ActorKind::Person, "NOR");
  add_actor(document, "Ghana", ActorKind::State, "GHA");
  std::stable_sort(document.mentions.begin(), document.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.tokens.first < b.tokens.first; });
  document.cast.principals = {0, 1};
  find_meetings(document, test_knowledge());
  return document;
}

// "kind place: participants: text" of each meeting.
std::vector<std::string> rows(std::string_view text) {
  const Document document = told(text);
  std::vector<std::string> out;
  for (const Meeting& meeting : document.meetings) {
    std::string row = std::string(to_string(meeting.kind)) + " " + meeting.place + ":";
    for (const Participant& participant : meeting.participants) {
      row += " " + document.actors[static_cast<size_t>(participant.actor)].id;
    }
    out.push_back(row + ": " + std::string(document.str(meeting.text)));
  }
  return out;
}

TEST(Meetings, TellWhoMetWhomAndWhere) {
  EXPECT_THAT(rows("Silva/NNP met/VBD/meet with/IN Mwangi/NNP in/IN Oslo/NNP ./."),
              ElementsAre("meeting Oslo: silva mwangi: met with Mwangi in Oslo"));
  EXPECT_THAT(rows("Silva/NNP held/VBD/hold talks/NNS/talk with/IN Mwangi/NNP in/IN Lisbon/NNP ./."),
              ElementsAre("talks Lisbon: silva mwangi: held talks with Mwangi in Lisbon"));
}

TEST(Meetings, TelephonesMakeCallsAndHaveNoPlace) {
  EXPECT_THAT(rows("Silva/NNP spoke/VBD/speak by/IN telephone/NN with/IN Mwangi/NNP in/IN Oslo/NNP ./."),
              ElementsAre("call : silva mwangi: spoke by telephone with Mwangi"));
}

TEST(Meetings, PlansAndWishesAreNone) {
  EXPECT_THAT(rows("Silva/NNP will/MD meet/VB with/IN Mwangi/NNP ./."), IsEmpty());
  EXPECT_THAT(rows("Silva/NNP hopes/VBZ/hope for/IN talks/NNS/talk with/IN Mwangi/NNP ./."), IsEmpty());
}

TEST(Meetings, WordsThatOnlyLookLikeItAreNone) {
  EXPECT_THAT(rows("Silva/NNP spoke/VBD/speak highly/RB of/IN Mwangi/NNP ./."), IsEmpty());
  EXPECT_THAT(rows("Silva/NNP met/VBD/meet with/IN reporters/NNS ./."), IsEmpty());
  EXPECT_THAT(rows("Silva/NNP called/VBD/call it/PRP a/DT mistake/NN ./."), IsEmpty());
}

TEST(Meetings, WhatIsHostedForAGuestIsOneOccasion) {
  EXPECT_THAT(rows("Silva/NNP met/VBD/meet with/IN Mwangi/NNP ./.\n"
                   "Silva/NNP hosted/VBD/host:root a/DT banquet/NN:obj:3 for/IN the/DT guest/NN "
                   "Mwangi/NNP ./."),
              Not(Contains(StartsWith("meeting : silva mwangi: hosted"))));
}

TEST(Meetings, SeparateCallsAreSeveral) {
  EXPECT_THAT(rows("Silva/NNP spoke/VBD/speak separately/RB with/IN Mwangi/NNP and/CC Holm/NNP ./."),
              ElementsAre("call : silva mwangi: spoke separately with Mwangi and Holm",
                          "call : silva holm: spoke separately with Mwangi and Holm"));
}

TEST(Meetings, GroupsTakePartAsTheirStates) {
  EXPECT_THAT(rows("Silva/NNP met/VBD/meet with/IN ministers/NNS/minister of/IN Ghana/NNP ./."),
              ElementsAre("meeting : silva GHA: met with ministers of Ghana"));
}

TEST(Meetings, OneIsToldOnce) {
  EXPECT_THAT(rows("Silva/NNP met/VBD/meet with/IN Mwangi/NNP ./.\n"
                   "During/IN the/DT talks/NNS/talk Silva/NNP thanked/VBD/thank Mwangi/NNP ./."),
              ElementsAre("meeting : silva mwangi: met with Mwangi"));
}

TEST(Meetings, HostIsWhoReceivesAtHome) {
  const Document document = told("Silva/NNP met/VBD/meet with/IN Mwangi/NNP in/IN Lisbon/NNP ./.");
  ASSERT_EQ(document.meetings.size(), 1u);
  EXPECT_EQ(document.meetings[0].host, 0);
}

}  // namespace
}  // namespace verbale
