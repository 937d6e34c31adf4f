// What two texts have in common, place by place.
//
// Every fingerprint that both have is extended on both sides over equal words to a run. A run goes
// on over a small difference (a name replaced, a word put in) where some words after it are equal
// again. Runs that follow one another in both texts at a small distance are one passage.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/fingerprints.h"
#include "reuse/words.h"

namespace verbale {

// In words; of unspaced characters twice as many.
struct PassageOptions {
  uint32_t min_run = 8;      // words in a row that begin a run
  uint32_t max_skip = 6;     // words that a difference inside a run may have on each side
  uint32_t resume = 3;       // equal words that must follow a difference
  uint32_t max_gap = 15;     // words between two runs of one passage on each side
  uint32_t max_places = 16;  // places of one fingerprint in the earlier text that are tried
  // What makes a pair worth telling: so many words in a row, or in a run with small differences.
  uint32_t told_run = 12;
  uint32_t told_passage = 16;
};

// `length` equal words.
struct WordRun {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t length = 0;
  friend bool operator==(const WordRun&, const WordRun&) = default;
};

// A half-open range of words in each text, and the runs in it.
struct WordPassage {
  uint32_t a_begin = 0, a_end = 0;
  uint32_t b_begin = 0, b_end = 0;
  std::vector<WordRun> runs;  // by their place in both texts
  uint32_t same = 0;          // words in the runs
};

// Words count two, characters of scripts without blanks one: what lengths of both are compared by.
uint32_t weight_of(std::span<const uint32_t> hashes);

// A text's words with their fingerprints, in the order of the text.
struct Fingerprinted {
  std::span<const uint32_t> hashes;
  std::span<const Fingerprint> fingerprints;
};

// Looks for passages of one text in others.
class PassageFinder {
 public:
  PassageFinder(const Fingerprinted& a, const PassageOptions& options);

  // In the order of `b`; the words of `b` are in one passage at most, those of `a` may be in
  // several.
  std::vector<WordPassage> find_in(const Fingerprinted& b) const;

 private:
  WordRun longest_run(const Fingerprinted& b, const Fingerprint& at, uint32_t b_floor) const;
  uint32_t slot_of(uint64_t hash) const { return static_cast<uint32_t>(hash) & slot_mask_; }

  Fingerprinted a_;
  PassageOptions options_;
  // A's fingerprints by hash: the first of each slot and the next after each, counted from 1; 0:
  // none. In text order.
  uint32_t slot_mask_ = 0;
  std::vector<uint32_t> first_;
  std::vector<uint32_t> next_;
};

// Do the words that are shared around this place of both texts make a pair of the texts worth
// telling?
bool worth_reading(std::span<const uint32_t> a, uint32_t word_a, std::span<const uint32_t> b,
                   uint32_t word_b, const PassageOptions& options);

}  // namespace verbale
