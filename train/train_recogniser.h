// Trains the recogniser of names.
#pragma once

#include <cstdint>
#include <vector>

#include "language/clusters.h"
#include "train/learner.h"
#include "train/name_corpora.h"

namespace verbale {

// `tags`: of each sentence, as the tagger gives them.
Learner train_recogniser(const std::vector<NameSentence>& sentences,
                         const std::vector<std::vector<uint8_t>>& tags, const Clusters& clusters,
                         int passes, uint64_t seed);

}  // namespace verbale
