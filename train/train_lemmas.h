// Counts the lemmas of a treebank into the lemmatiser's table.
#pragma once

#include <string>
#include <vector>

#include "train/treebank.h"

namespace verbale {

std::string train_lemmas(const std::vector<Tree>& trees);

}  // namespace verbale
