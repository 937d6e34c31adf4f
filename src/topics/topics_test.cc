#include "topics/topics.h"

#include <gtest/gtest.h>

#include "knowledge/test_knowledge.h"
#include "record/tagged_document.h"

namespace verbale {
namespace {

std::vector<std::string> topics_of(std::string_view text) {
  Document document = tagged_document(text);
  find_topics(document, test_knowledge());
  std::vector<std::string> out;
  for (const Topic& topic : document.topics) out.emplace_back(document.str(topic.text));
  return out;
}

using Texts = std::vector<std::string>;

TEST(Topics, TakesJoinedPhrasesApart) {
  EXPECT_EQ(topics_of("They/PRP discussed/VBD/discuss the/DT state/NN of/IN fisheries/NNS ,/. prices/NNS of/IN grain/NN "
                      ",/. and/CC the/DT border/NN ./."),
            (Texts{"the state of fisheries", "prices of grain", "the border"}));
}

TEST(Topics, KeepsListsOfExamplesAndPairsTogether) {
  EXPECT_EQ(topics_of("They/PRP discussed/VBD/discuss old/JJ disputes/NNS ,/. including/VBG/include water/NN and/CC roads/NNS ./."),
            (Texts{"old disputes , including water and roads"}));
  EXPECT_EQ(topics_of("They/PRP discussed/VBD/discuss the/DT truce/NN between/IN Elbonia/NNP and/CC Ruritania/NNP ./."),
            (Texts{"the truce between Elbonia and Ruritania"}));
}

TEST(Topics, EndsWhereAnotherClauseBegins) {
  EXPECT_EQ(topics_of("They/PRP discussed/VBD/discuss water/NN and/CC visited/VBD/visit a/DT dam/NN ./."), (Texts{"water"}));
  EXPECT_EQ(topics_of("They/PRP discussed/VBD/discuss water/NN ,/. noting/VBG/note the/DT drought/NN ./."), (Texts{"water"}));
}

TEST(Topics, FindsPassivesAndAgendas) {
  EXPECT_EQ(topics_of("Fishing/NN in/IN the/DT strait/NN was/BED/be discussed/VBN/discuss ./."), (Texts{"Fishing in the strait"}));
  EXPECT_EQ(topics_of("Grain/NN topped/VBD/top the/DT agenda/NN ./."), (Texts{"Grain"}));
}

TEST(Topics, LeavesPlansAlone) {
  EXPECT_TRUE(topics_of("They/PRP will/MD discuss/VB water/NN ./.").empty());
}

}  // namespace
}  // namespace verbale
