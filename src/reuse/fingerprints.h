// Fingerprints of a text: a few of its word grams, chosen so that texts which share words in a row
// share one.
//
// A gram is `gram` words in a row; of the grams in each window of `window` in a row the one with
// the least hash is taken (winnowing: Schleimer, Wilkerson, Aiken 2003). Any stretch of gram +
// window - 1 words that two texts share therefore holds a fingerprint that both have, whatever
// stands around it. A gram that ends in a character of a script without blanks has `unspaced_gram`
// words, for such a character says about half as much as a word.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace verbale {

struct FingerprintOptions {
  uint32_t gram = 5;
  uint32_t unspaced_gram = 10;
  uint32_t window = 4;

  // Shared stretches of so many words are sure to share a fingerprint.
  uint32_t sure_words() const { return gram + window - 1; }
  uint32_t sure_unspaced() const { return unspaced_gram + window - 1; }
};

struct Fingerprint {
  uint64_t hash = 0;
  uint32_t word = 0;  // index of the gram's last word
};

class FingerprintMaker {
 public:
  explicit FingerprintMaker(const FingerprintOptions& options) : options_(options) {}

  // Appends those of the words with these hashes (words.h), in the order of the text. A text of
  // less than a gram has none.
  void add(std::span<const uint32_t> words, std::vector<Fingerprint>& out);

 private:
  FingerprintOptions options_;
  std::vector<uint64_t> sums_;  // room for the work
  std::vector<uint64_t> grams_;
  std::vector<uint64_t> least_;
};

// How many words the gram has that ends in this word.
inline uint32_t gram_length(uint32_t last_word_hash, const FingerprintOptions& options) {
  return (last_word_hash & 1) != 0 ? options.unspaced_gram : options.gram;
}

}  // namespace verbale
