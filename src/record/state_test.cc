#include "record/state.h"

#include <gtest/gtest.h>

namespace verbale {
namespace {

// "Ông Lâm spoke." with what a parser knows of it.
Document some_document() {
  Document document;
  document.text = "Ông Lâm spoke.";
  document.tokens.resize(3);
  document.tokens[0].span = {0, 9};
  document.tokens[1].span = {10, 15};
  document.tokens[2].span = {15, 16};
  document.tokens[0].head = 1;
  document.tokens[0].deprel = Deprel::nsubj_pass;
  document.tokens[1].upos = Upos::VERB;
  document.tokens[1].verb = VerbForm::Past;
  document.tokens[1].lemma = "speak";
  document.tokens[2].head = 1;
  document.sentences.push_back({{0, 16}, {0, 3}, {}, 0});
  document.paragraphs.push_back({{0, 16}, ParagraphKind::Title, {0, 3}});
  return document;
}

std::string refusal(const std::string& json) {
  const Result<DocumentState> state = state_from_json(json, "f", 7);
  return state ? "" : state.error().what;
}

TEST(State, ComesBack) {
  const std::string json = state_to_json(some_document(), "parse");
  EXPECT_NE(json.find(R"({"form": "spoke", "start": 8, "end": 13, "lemma": "speak")"), std::string::npos)
      << "places are code points:\n" << json;
  const Result<DocumentState> state = state_from_json(json, "f", 1);
  ASSERT_TRUE(state.has_value()) << state.error().message();
  EXPECT_EQ(state->stage, "parse");
  EXPECT_EQ(state_to_json(state->document, "parse"), json);
  EXPECT_EQ(state->document.tokens[1].span, (Span{10, 15}));
  EXPECT_EQ(state->document.tokens[1].verb, VerbForm::Past);
  EXPECT_EQ(state->document.tokens[0].deprel, Deprel::nsubj_pass);
  EXPECT_EQ(state->document.tokens[1].head, -1);
  EXPECT_EQ(state->document.paragraphs[0].kind, ParagraphKind::Title);
}

TEST(State, RefusesWhatNoStageWrites) {
  EXPECT_EQ(refusal("[]"), "line 7: no JSON object");
  EXPECT_EQ(refusal(R"({"text": 3})"), "line 7: `text` is no string");
  const auto with_tokens = [](const std::string& tokens) {
    return R"({"text": "ab c", "sentences": [{"start": 0, "end": 4, "tokens": [0, 2], "paragraph": 0}],)"
           R"("paragraphs": [{"start": 0, "end": 4}], "tokens": [)" + tokens + "]}";
  };
  EXPECT_EQ(refusal(with_tokens(R"({"start": 0, "end": 2, "head": 1}, {"start": 3, "end": 4})")), "");
  EXPECT_EQ(refusal(with_tokens(R"({"start": 0, "end": 2})")), "line 7: `tokens` has fewer entries than are named");
  EXPECT_EQ(refusal(with_tokens(R"({"start": 0, "end": 2, "head": 1}, {"start": 3, "end": 4, "head": 0})")),
            "line 7: `head` forms no tree");
  EXPECT_EQ(refusal(with_tokens(R"({"start": 3, "end": 4}, {"start": 0, "end": 2})")),
            "line 7: `tokens` or `sentences` are out of order");
  EXPECT_EQ(refusal(with_tokens(R"({"start": 0, "end": 9}, {"start": 3, "end": 4})")),
            "line 7: `start` or `end` is no place in the text");
}

}  // namespace
}  // namespace verbale
