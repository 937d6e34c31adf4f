#include "language/repair.h"

#include <gmock/gmock.h>

namespace verbale {
namespace {

// "envoy and minister met": what hangs where before, and after.
Document coordinated(Deprel last) {
  Document document;
  document.text = "envoy and minister met";
  const auto add = [&document](uint32_t begin, uint32_t end, int32_t head, Deprel relation) {
    Token token;
    token.span = {begin, end};
    token.head = head;
    token.deprel = relation;
    document.tokens.push_back(token);
  };
  add(0, 5, 3, Deprel::nsubj);
  add(6, 9, 3, Deprel::cc);
  add(10, 18, 3, last);
  add(19, 22, -1, Deprel::root);
  Sentence sentence;
  sentence.span = {0, 22};
  sentence.tokens = {0, 4};
  document.sentences.push_back(sentence);
  return document;
}

TEST(SubjectJoiner, TwoSubjectsAreOneCoordination) {
  Document document = coordinated(Deprel::nsubj);
  SubjectJoiner().mend(document, document.sentences[0]);
  EXPECT_EQ(document.tokens[2].head, 0);
  EXPECT_EQ(document.tokens[2].deprel, Deprel::conj);
  EXPECT_EQ(document.tokens[1].head, 2);
  EXPECT_EQ(document.tokens[0].head, 3);
}

TEST(SubjectJoiner, LeavesOtherRelations) {
  Document document = coordinated(Deprel::obl);
  SubjectJoiner().mend(document, document.sentences[0]);
  EXPECT_EQ(document.tokens[2].head, 3);
  EXPECT_EQ(document.tokens[1].head, 3);
}

}  // namespace
}  // namespace verbale
