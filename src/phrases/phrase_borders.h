// Which stretches of words are whole phrases by the parse, and phrases rather than names or turns
// of reporting. Internal to this folder.
#pragma once

#include <optional>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// What the words [first, last) of one sentence are.
struct PhraseShape {
  bool whole = false;         // one head, nothing of it cut off at its ends
  int32_t content_words = 0;  // nouns, verbs, adjectives, adverbs that are no part of a name
};
PhraseShape shape_of(const Document& document, const Knowledge& knowledge, const Sentence& sentence,
                     TokenRange words);

// An enumeration: its elements' words, in the order of the text.
struct ListInText {
  std::vector<TokenRange> elements;  // words
  TokenRange words;                  // all of it
};
// The enumerations of three or more short elements in the sentence.
std::vector<ListInText> lists_of(const Document& document, const Knowledge& knowledge,
                                 const Sentence& sentence);

}  // namespace verbale
