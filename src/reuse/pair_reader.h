// Reads pairs of texts: their passages, verified, what kind of words each holds, and so what the
// pair is.
#pragma once

#include <span>
#include <vector>

#include "base/days.h"
#include "reuse/marked.h"
#include "reuse/passages.h"
#include "reuse/quoted.h"
#include "reuse/relation.h"
#include "reuse/text_table.h"

namespace verbale {

struct ReuseOptions;
struct PassagePair;
struct TextPair;

// A text on one side of a pair.
struct PairSide {
  const ComparedText* text = nullptr;
  Fingerprinted words;
  uint32_t outlet = 0;  // number; 0: not known
  uint32_t weight = 0;  // of all words (passages.h)
  int32_t day = kNoDay;
};

// One text against later ones.
class PairReader {
 public:
  PairReader(const PairSide& a, const MarkedFingerprints& marked, const ReuseOptions& options);

  // Passages of words that are equal, character by character.
  std::vector<WordPassage> passages_with(const PairSide& b) const;
  // What the pair with these passages is. Numbers of texts are left to the caller.
  TextPair judge(const PairSide& b, std::span<const WordPassage> passages) const;

 private:
  struct RunWords;
  struct WordsMarked;
  RunWords words_of(const WordRun& run, const PairSide& b,
                    std::span<const WordStretch> quoted_b) const;
  PassagePair shown(const WordPassage& passage, const RunWords& words, const PairSide& b) const;
  WordsMarked marks_of(const WordRun& run, uint32_t outlet_b) const;

  PairSide a_;
  const MarkedFingerprints& marked_;
  const ReuseOptions& options_;
  PassageFinder finder_;
  std::vector<WordStretch> quoted_;
};

}  // namespace verbale
