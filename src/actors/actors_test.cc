#include "actors/actors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actors/hand_made.h"
#include "actors/person_names.h"
#include "actors/resolve.h"

namespace verbale::actors {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;

TEST(PersonNames, ShorterNamesStandForFullerOnes) {
  const ActorWords& words = test_knowledge().actor_words;
  EXPECT_TRUE(may_stand_for(words, {"silva"}, {"ana", "silva"}));
  EXPECT_TRUE(may_stand_for(words, {"joe", "miller"}, {"joseph", "miller"}));
  EXPECT_TRUE(may_stand_for(words, {"tanaka", "kenji"}, {"kenji", "tanaka"}));
  EXPECT_TRUE(may_stand_for(words, {"lopez", "vega"}, {"andres", "lopez", "vega"}));
  EXPECT_FALSE(may_stand_for(words, {"hunter", "miller"}, {"joseph", "miller"}));
  EXPECT_FALSE(may_stand_for(words, {"bin"}, {"khalid", "bin", "saif"}));
  // A son bears his father's name behind his own.
  EXPECT_FALSE(
      may_stand_for(words, {"saif", "bin", "omar"}, {"khalid", "bin", "saif", "bin", "omar"}));
}

TEST(PersonNames, IdsAreFoldedAndHyphenated) {
  EXPECT_EQ(person_id("José R. Nuñez, Jr."), "jose-r-nunez-jr");
  EXPECT_EQ(person_id("Chung Eui-yong"), "chung-eui-yong");
}

// A meeting of a Finnish president (she) and a Portuguese one (he) in Helsinki.
HandMade meeting(const std::vector<std::string>& further) {
  std::vector<std::string> lines = {
      "Finnish/ADJ/amod/4 President/PROPN/compound/4 Maria/PROPN/flat/4 Virta/PROPN/nsubj/5 "
      "met/VERB/root/0/meet President/PROPN/compound/8 Joao/PROPN/flat/8 Prata/PROPN/obj/5 "
      "of/ADP/case/10 Portugal/PROPN/nmod/8 in/ADP/case/12 Helsinki/PROPN/obl/5 ./PUNCT/punct/5"};
  lines.insert(lines.end(), further.begin(), further.end());
  HandMade made(lines);
  made.name("Finnish President Maria Virta", "Maria Virta", NameKind::Person);
  made.name("President Joao Prata", "Joao Prata", NameKind::Person);
  made.name("Portugal", "Portugal", NameKind::State, "PRT");
  made.name("Helsinki", "Helsinki", NameKind::Place);
  return made;
}

TEST(Actors, NamesGiveStatesAndRoles) {
  const Document document = meeting({}).resolve(test_knowledge());
  EXPECT_EQ(mentions_of(document, "maria-virta"), "Finnish President Maria Virta");
  EXPECT_EQ(mentions_of(document, "joao-prata"), "President Joao Prata");
  EXPECT_EQ(mentions_of(document, "PRT"), "Portugal");
  const Actor& virta = document.actors[static_cast<size_t>(find_actor(document, "maria-virta"))];
  EXPECT_EQ(virta.state, "FIN");
  ASSERT_EQ(virta.roles.size(), 1u);
  EXPECT_EQ(virta.roles[0].title, "President of Finland");
  EXPECT_EQ(document.str(virta.roles[0].from_text), "Finnish President");
  const Actor& prata = document.actors[static_cast<size_t>(find_actor(document, "joao-prata"))];
  EXPECT_EQ(prata.state, "PRT");
}

TEST(Actors, TheTalkersAndTheHost) {
  const Document document = meeting({}).resolve(test_knowledge());
  ASSERT_EQ(document.cast.principals.size(), 2u);
  EXPECT_EQ(document.cast.host, find_actor(document, "maria-virta"));
}

TEST(Actors, PronounsFollowTheSubjectAndTheGender) {
  HandMade made =
      meeting({"She/PRON/nsubj/2 praised/VERB/root/0/praise Portugal/PROPN/obj/2 for/ADP/case/6 "
               "its/PRON/nmod:poss/6 "
               "help/NOUN/obl/2 ./PUNCT/punct/2",
               "Prata/PROPN/nsubj/2 thanked/VERB/root/0/thank his/PRON/nmod:poss/4 host/NOUN/obj/2 "
               "./PUNCT/punct/2"});
  made.name("Portugal", "Portugal", NameKind::State, "PRT", 2);
  made.name("Prata", "Prata", NameKind::Person, {}, 2);
  const Document document = made.resolve(test_knowledge());
  EXPECT_EQ(mentions_of(document, "maria-virta"), "Finnish President Maria Virta | She | his host");
  EXPECT_EQ(mentions_of(document, "joao-prata"), "President Joao Prata | Prata | his");
  EXPECT_EQ(mentions_of(document, "PRT"), "Portugal | Portugal | its");
}

TEST(Actors, DescriptionsByStateAndOffice) {
  HandMade made =
      meeting({"The/DET/det/3 Finnish/ADJ/amod/3 leader/NOUN/nsubj/4 thanked/VERB/root/0/thank "
               "the/DET/det/6 "
               "guest/NOUN/obj/4 and/CCONJ/cc/10 the/DET/det/10 Portuguese/ADJ/amod/10 "
               "government/NOUN/conj/6 "
               "./PUNCT/punct/4",
               "It/PRON/expl/4 is/AUX/aux:pass/3/be believed/VERB/root/0/believe that/SCONJ/mark/6 "
               "a/DET/det/6 "
               "president/NOUN/nsubj/7 travels/VERB/ccomp/3/travel ./PUNCT/punct/3"});
  const Document document = made.resolve(test_knowledge());
  EXPECT_EQ(mentions_of(document, "maria-virta"),
            "Finnish President Maria Virta | The Finnish leader");
  EXPECT_EQ(mentions_of(document, "joao-prata"), "President Joao Prata | the guest");
  EXPECT_EQ(mentions_of(document, "PRT"), "Portugal | the Portuguese government");
}

TEST(Actors, JointWordsAreTheTalkers) {
  HandMade made =
      meeting({"The/DET/det/3 two/NUM/nummod/3 sides/NOUN/nsubj/4/side agreed/VERB/root/0/agree "
               "./PUNCT/punct/4",
               "They/PRON/nsubj/2 left/VERB/root/0/leave ./PUNCT/punct/2"});
  const TokenRange sides = made.range("The two sides");
  const TokenRange they = made.range("They");
  const Document document = made.resolve(test_knowledge());
  EXPECT_THAT(resolve_subject(document, sides), ElementsAreArray(document.cast.principals));
  EXPECT_THAT(resolve_subject(document, they), ElementsAreArray(document.cast.principals));
  EXPECT_EQ(document.cast.principals.size(), 2u);
}

TEST(Actors, JointStatementSpeaksForItsStates) {
  HandMade made(
      {"# Joint/ADJ/amod/2 Statement/NOUN/root/0 of/ADP/case/4 Chile/PROPN/nmod/2 and/CCONJ/cc/6 "
       "Peru/PROPN/conj/4",
       "We/PRON/nsubj/2 reaffirm/VERB/root/0 our/PRON/nmod:poss/4 friendship/NOUN/obj/2 "
       "./PUNCT/punct/2"});
  made.name("Chile", "Chile", NameKind::State, "CHL").name("Peru", "Peru", NameKind::State, "PER");
  made.statement("We", 1, "our friendship");
  const Document document = made.resolve(test_knowledge());
  EXPECT_TRUE(document.cast.joint_statement);
  EXPECT_THAT(document.statements[0].speaker,
              ElementsAre(find_actor(document, "CHL"), find_actor(document, "PER")));
}

TEST(Actors, FirstPersonIsWhoeverSpeaks) {
  HandMade made =
      meeting({"I/PRON/nsubj/2 hope/VERB/ccomp/7 for/ADP/case/4 peace/NOUN/obl/2 ,/PUNCT/punct/7 "
               "Prata/PROPN/nsubj/7 "
               "said/VERB/root/0/say ./PUNCT/punct/7"});
  made.name("Prata", "Prata", NameKind::Person, {}, 2);
  made.statement("Prata", 2, "I hope for peace");
  const Document document = made.resolve(test_knowledge());
  EXPECT_EQ(mentions_of(document, "joao-prata"), "President Joao Prata | I | Prata");
}

TEST(Actors, NothingInNothingOut) {
  Document document;
  resolve_actors(document, test_knowledge());
  EXPECT_TRUE(document.actors.empty());
}

}  // namespace
}  // namespace verbale::actors
