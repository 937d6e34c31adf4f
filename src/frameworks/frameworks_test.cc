#include "frameworks/frameworks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "knowledge/test_knowledge.h"
#include "knowledge/words.h"
#include "record/tagged_document.h"

namespace verbale {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

// "text = name (kind)" of each framework.
std::vector<std::string> read(std::string_view lines) {
  Document document = tagged_document(lines);
  index_words(document);
  find_frameworks(document, test_knowledge());
  std::vector<std::string> found;
  for (const Framework& framework : document.frameworks) {
    found.push_back(std::string(document.str(framework.text)) + " = " + framework.name + " (" +
                    std::string(to_string(framework.kind)) + ")");
  }
  return found;
}

TEST(Frameworks, PackNamesInAllTheirSpellings) {
  EXPECT_THAT(read("the/DET Belt/PROPN and/CCONJ Road/PROPN Initiative/PROPN"),
              ElementsAre("Belt and Road Initiative = BRI (initiative)"));
  EXPECT_THAT(read("a/DET two/NUM ~-/PUNCT ~state/NOUN solution/NOUN"),
              ElementsAre("two-state solution = Two-State Solution (policy)"));
  EXPECT_THAT(read("the/DET Normandy/PROPN format/NOUN"), ElementsAre("Normandy format = Normandy Format (mechanism)"));
}

TEST(Frameworks, CapitalsAreMinded) {
  EXPECT_THAT(read("a/DET new/ADJ start/NOUN"), IsEmpty());
  EXPECT_THAT(read("in/ADP the/DET quad/NOUN"), IsEmpty());
}

TEST(Frameworks, ANameInsideAnotherIsReportedWhereItIsAnotherThing) {
  EXPECT_THAT(read("the/DET G20/PROPN Summit/PROPN"),
              ElementsAre("G20 Summit = G20 Summit (event)", "G20 = G20 (mechanism)"));
  EXPECT_THAT(read("UN/PROPN Security/PROPN Council/PROPN Resolution/PROPN 1244/NUM"),
              ElementsAre("UN Security Council Resolution 1244 = UN Security Council Resolution 1244 (law)",
                          "UN Security Council = UN Security Council (body)"));
}

TEST(Frameworks, UnlistedNamesByTheirForm) {
  EXPECT_THAT(read("the/DET Northern/PROPN Lakes/PROPN Energy/PROPN Forum/PROPN"),
              ElementsAre("Northern Lakes Energy Forum = Northern Lakes Energy Forum (mechanism)"));
  EXPECT_THAT(read("a/DET Treaty/PROPN on/ADP the/DET Protection/PROPN of/ADP Rivers/PROPN was/AUX signed/VERB"),
              ElementsAre("Treaty on the Protection of Rivers = Treaty on the Protection of Rivers (law)"));
  EXPECT_THAT(read("the/DET Second/PROPN Peru/PROPN ~-/PUNCT ~Chile/PROPN Mining/PROPN Dialogue/PROPN"),
              ElementsAre("Second Peru-Chile Mining Dialogue = Peru-Chile Mining Dialogue (mechanism)"));
}

TEST(Frameworks, WhatAnyNameMayHaveIsNone) {
  EXPECT_THAT(read("the/DET Council/PROPN met/VERB"), IsEmpty());
  EXPECT_THAT(read("the/DET Joint/PROPN Commission/PROPN"), IsEmpty());
  EXPECT_THAT(read("The/DET initiative/NOUN was/AUX welcomed/VERB"), IsEmpty());
}

TEST(Frameworks, AStatusTakesThePairBesideIt) {
  EXPECT_THAT(read("the/DET Peru/PROPN ~–/PUNCT ~Chile/PROPN strategic/ADJ partnership/NOUN"),
              ElementsAre("Peru–Chile strategic partnership = Peru-Chile Strategic Partnership (partnership)"));
  EXPECT_THAT(read("a/DET strategic/ADJ dialogue/NOUN between/ADP Peru/PROPN and/CCONJ Chile/PROPN"),
              ElementsAre("strategic dialogue between Peru and Chile = Peru-Chile Strategic Dialogue (mechanism)"));
}

TEST(Frameworks, AbbreviationsInBracketsBelongToTheNameAndStandForIt) {
  EXPECT_THAT(read("the/DET Coastal/PROPN Trade/PROPN Forum/PROPN (/PUNCT ~CTF/PROPN ~)/PUNCT\nThe/DET CTF/PROPN met/VERB"),
              ElementsAre("Coastal Trade Forum (CTF) = Coastal Trade Forum (mechanism)",
                          "CTF = Coastal Trade Forum (mechanism)"));
}

TEST(Frameworks, ShorterMentionsTakeTheFullName) {
  EXPECT_THAT(read("the/DET Peru/PROPN ~-/PUNCT ~Chile/PROPN Mining/PROPN Dialogue/PROPN\nThe/DET Mining/PROPN Dialogue/PROPN met/VERB"),
              Contains("Mining Dialogue = Peru-Chile Mining Dialogue (mechanism)"));
}

TEST(Frameworks, AnOrdinalMakesAnEventOfItsOwn) {
  EXPECT_THAT(read("the/DET Third/ADJ Summit/PROPN for/ADP Democracy/PROPN"),
              ElementsAre("Third Summit for Democracy = Third Summit for Democracy (event)"));
}

TEST(Frameworks, SomeNamesNeedAnotherBesideThem) {
  EXPECT_THAT(read("a/DET Code/PROPN of/ADP Conduct/PROPN"), IsEmpty());
}

TEST(TitleCase, SmallWordsStaySmallInside) {
  EXPECT_EQ(title_case("community with a shared future"), "Community with a Shared Future");
  EXPECT_EQ(title_case("intra-Afghan talks"), "Intra-Afghan Talks");
}

}  // namespace
}  // namespace verbale
