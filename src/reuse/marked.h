// Fingerprints whose words are nobody's narration: the standing words of an outlet, and those of
// statements that others quote.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/index.h"

namespace verbale {

class MarkedFingerprints {
 public:
  MarkedFingerprints(const FingerprintIndex& index, const TextFacts& facts,
                     const ProposalOptions& options, int threads);

  struct Marks {
    bool recurs = false;        // many texts of one of the two outlets have it
    bool of_statement = false;  // a statement has it that was published by the day
  };
  Marks find(uint64_t hash, uint32_t outlet_a, uint32_t outlet_b, int32_t by_day) const;

 private:
  // One for each outlet in which the fingerprint recurs, and one for statements.
  struct Slot {
    uint64_t hash = 0;  // 0: free
    uint32_t outlet = 0;
    int32_t day = 0;  // of the earliest statement; kNoDay: not known, which is earlier than any
  };
  static constexpr uint32_t kStatement = ~0u;
  static void collect(std::span<const Posting> same, const TextFacts& facts,
                      const ProposalOptions& options, std::vector<uint32_t>& outlets,
                      std::vector<Slot>& found);

  std::vector<Slot> slots_;  // each at the first free place from the one that its hash names
  size_t mask_ = 0;
};

}  // namespace verbale
