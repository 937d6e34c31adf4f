// Fingerprints that many texts of one outlet have: its standing words, and forms that it fills in.
#pragma once

#include <cstdint>
#include <vector>

#include "reuse/index.h"

namespace verbale {

class RecurringFingerprints {
 public:
  RecurringFingerprints(const FingerprintIndex& index, const TextFacts& facts, const ProposalOptions& options,
                        int threads);

  bool recurs(uint64_t hash, uint32_t outlet) const;

 private:
  static uint64_t key_of(uint64_t hash, uint32_t outlet) { return hash ^ (outlet * 0x9E3779B97F4A7C15u); }

  std::vector<uint64_t> slots_;  // keys, each at the first free slot from the one it names; 0: free
  size_t mask_ = 0;
};

}  // namespace verbale
