// For tests: a document from hand-made parses, so that a frame can be tested without a parser.
#pragma once

#include <string>
#include <vector>

#include "record/document.h"

namespace verbale {

// One sentence a string, words separated by blanks, each "form/UPOS/deprel/head" with the head's position in
// the sentence from 1, 0 for the root; a verb's form may follow ("stressed/VERB/root/0/Past"), and "name"
// marks a word of a name. Punctuation is joined to the word before it. Each sentence is a
// paragraph of its own unless it starts with "+".
Document parse_by_hand(const std::vector<std::string>& sentences);

}  // namespace verbale
