// Clusters words by exchange (Kneser and Ney 1993; Martin, Liermann and Ney 1998): every word moves to
// the class where the classes of neighbours foretell each other best, until few move.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/clusters.h"

namespace verbale {

// Counts neighbours while texts are read, then clusters.
class WordClusterer {
 public:
  WordClusterer();

  // The lower-case words of one sentence.
  void add_sentence(const std::vector<std::string_view>& words);

  // The classes of the words that occur at least `least` times, at most `most` words.
  std::vector<ClusteredWord> cluster(uint32_t least, size_t most, int coarse, int fine, int rounds);

 private:
  std::vector<uint64_t> words_;     // hashes by number; number 0 is the sentence's edge
  std::vector<uint32_t> counts_;
  std::vector<uint64_t> pairs_;     // left number << 32 | right number, one a pair of neighbours
  std::vector<uint32_t> table_;     // number + 1 by hash; 0: empty
  uint32_t number_of(uint64_t word);
};

}  // namespace verbale
