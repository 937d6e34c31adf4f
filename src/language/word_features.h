// What the models know of a word: hashes of its form, its endings and its shape, made once a token.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/clusters.h"

namespace verbale {

struct WordFeatures {
  uint64_t form = 0;       // as written
  uint64_t lower = 0;
  uint64_t suffix[4] = {}; // last 1 to 4 bytes of the lower form, 0 where it is shorter
  uint64_t prefix[3] = {}; // first 1 to 3 bytes
  uint64_t shape = 0;      // "Xxxx", "XX", "d-d": runs of more than three are cut to three
  uint64_t coarse = 0;     // classes of the lower form (clusters.h)
  uint64_t fine = 0;
  bool capital = false;    // starts with a capital
  bool all_capitals = false;
};

WordFeatures make_word_features(std::string_view form, std::string_view lower, const Clusters& clusters);

}  // namespace verbale
