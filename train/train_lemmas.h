// Counts the lemmas of a treebank into the lemmatiser's table.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "train/treebank.h"

namespace verbale {

// How often each lower-case word stands in plain text: a lemma that is no word is a wrong one.
using Vocabulary = std::map<std::string, uint32_t, std::less<>>;

// The pack of irregular verbs, as entries of the table.
Result<std::string> irregular_lemmas(const std::string& home);

std::string train_lemmas(const std::vector<Tree>& trees, const Vocabulary& vocabulary);

}  // namespace verbale
