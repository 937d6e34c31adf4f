// Sentences with the names in them, from treebanks and entity corpora.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "language/recogniser.h"
#include "train/shuffle.h"
#include "train/treebank.h"

namespace verbale {

struct NameSentence {
  Tree tree;  // words only, where the corpus has no trees
  std::vector<NameLabel> labels;
};

// UNER: the words of EWT with IOB2 labels in the second column after the number. Other kinds and the
// stray "B-O" of the first release are outside.
Result<std::vector<NameSentence>> read_uner(const std::string& path);

// Wikigold: "word I-PER" lines; a name opens where the kind changes.
Result<std::vector<NameSentence>> read_wikigold(const std::string& path);

// The named persons, places and organisations among the entities of GUM: those made of proper nouns.
std::vector<NameSentence> names_of_gum(const std::vector<Tree>& trees);

// The sentence with each person in it called by another name, drawn from `names` (words separated by
// blanks): so that models learn the place of a name and not the names of their texts.
NameSentence rename_persons(const NameSentence& sentence, const std::vector<std::string>& names,
                            Shuffle& chance);

}  // namespace verbale
