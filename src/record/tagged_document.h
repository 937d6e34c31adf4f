// For tests: a document from tagged words, so that a stage can be tested without the stages before it.
//
//   tagged_document("The/DET third/ADJ visit/NOUN ~./PUNCT\nToday/NOUN ~,/PUNCT ...")
//
// Words are separated by one blank, "~" before a word means that no blank stands before it in the text, "+" after a tag
// that the noun is plural, "VERB:Past" gives a verb's form. A tag may be one of the Penn Treebank's instead ("NNS", "VBD";
// "BEZ", "BED" and "BE" are forms of "be", "SC" a subordinator), and a lemma may follow in a third part ("met/VBD/meet").
// A line is a sentence and a paragraph. No heads: every token is a root.
#pragma once

#include <string>
#include <string_view>

#include "record/document.h"

namespace verbale {

Document tagged_document(std::string_view lines);

}  // namespace verbale
