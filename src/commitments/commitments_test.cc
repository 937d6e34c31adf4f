#include "commitments/commitments.h"

#include <gtest/gtest.h>

#include "commitments/terms.h"
#include "commitments/undertakings.h"
#include "commitments/worth.h"
#include "knowledge/test_knowledge.h"
#include "record/tagged_document.h"

namespace verbale {
namespace {

// The tools of the stage over one sentence that is a content.
struct Stage {
  explicit Stage(std::string_view text)
      : document(tagged_document(text)),
        words(document),
        reader(document, test_knowledge(), words),
        splitter(document, test_knowledge(), words, reader),
        worth(document, test_knowledge(), words, reader),
        terms(document, test_knowledge(), words, reader),
        undertakings(splitter.split(reader.read(document.sentences[0].tokens))) {}

  std::vector<std::string> texts() const {
    std::vector<std::string> out;
    for (const Undertaking& u : undertakings) out.emplace_back(document.str(document.span_of(u.tokens)));
    return out;
  }

  Document document;
  WordsAt words;
  ComplementReader reader;
  UndertakingSplitter splitter;
  WorthJudge worth;
  TermFinder terms;
  std::vector<Undertaking> undertakings;
};

using Texts = std::vector<std::string>;

TEST(Undertakings, SplitsJoinedVerbPhrases) {
  const Stage stage("to/TO open/VB a/DT port/NN ,/. repair/VB the/DT road/NN and/CC to/TO lower/VB tariffs/NNS");
  EXPECT_EQ(stage.texts(), (Texts{"open a port", "repair the road", "lower tariffs"}));
}

TEST(Undertakings, KeepsVerbsThatShareAnObject) {
  const Stage stage("to/TO maintain/VB and/CC strengthen/VB the/DT patrols/NNS");
  EXPECT_EQ(stage.texts(), (Texts{"maintain and strengthen the patrols"}));
}

TEST(Undertakings, KeepsThePurposesOfOneEffort) {
  const Stage stage("to/TO work/VB together/RB to/TO curb/VB smuggling/NN ,/. train/VB officers/NNS and/CC share/VB data/NNS");
  EXPECT_EQ(stage.undertakings.size(), 1u);
}

TEST(Undertakings, SplitsAtSemicolonsWhereTheTaggerErrs) {
  const Stage stage("to/TO build/VB roads/NNS ;/. deepen/JJ mutual/JJ trust/NN ;/. share/NN experience/NN");
  EXPECT_EQ(stage.texts(), (Texts{"build roads", "deepen mutual trust", "share experience"}));
}

TEST(Undertakings, SplitsAskedNouns) {
  const Stage stage("for/IN restraint/NN and/CC a/DT return/NN to/IN talks/NNS/talk");
  EXPECT_EQ(stage.texts(), (Texts{"restraint", "a return to talks"}));
}

Worth worth_of(std::string_view text) {
  const Stage stage(text);
  return stage.worth.judge(stage.undertakings.at(0));
}

TEST(Worth, TellsFieldsFromGoodWillAndTheWhole) {
  EXPECT_EQ(worth_of("to/TO expand/VB trade/NN in/IN rice/NN"), Worth::Kept);
  EXPECT_EQ(worth_of("to/TO uphold/VB multilateralism/NN"), Worth::Dropped);
  EXPECT_EQ(worth_of("to/TO deepen/VB political/JJ trust/NN"), Worth::General);
  EXPECT_EQ(worth_of("to/TO promote/VB cooperation/NN across/IN all/DT sectors/NNS/sector"), Worth::General);
}

std::string when_of(std::string_view text) {
  const Stage stage(text);
  return std::string(stage.document.str(stage.terms.when(stage.document.sentences[0].tokens)));
}

TEST(Terms, FindsDeadlinesAndPeriods) {
  EXPECT_EQ(when_of("to/TO finish/VB the/DT road/NN by/IN the/DT end/NN of/IN 2031/CD"), "end of 2031");
  EXPECT_EQ(when_of("to/TO lend/VB ships/NNS over/IN the/DT next/JJ three/CD years/NNS"), "next three years");
  EXPECT_EQ(when_of("to/TO meet/VB this/DT autumn/NN"), "this autumn");
  EXPECT_EQ(when_of("to/TO mark/VB two/CD years/NNS of/IN talks/NNS"), "");
}

}  // namespace
}  // namespace verbale
