// Fingerprints whose words are nobody's narration: the standing words of an outlet, and those of statements that others
// quote.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/index.h"

namespace verbale {

class MarkedFingerprints {
 public:
  MarkedFingerprints(const FingerprintIndex& index, const TextFacts& facts, const ProposalOptions& options,
                     int threads);

  // Do many texts of the outlet have it?
  bool recurs(uint64_t hash, uint32_t outlet) const { return find(key_of(hash, outlet)) != nullptr; }
  // Does a statement have it that was published by this day?
  bool is_of_statement(uint64_t hash, int32_t by_day) const {
    const Slot* const slot = find(key_of(hash, kStatement));
    return slot != nullptr && slot->day <= by_day;
  }

 private:
  struct Slot {
    uint64_t key = 0;  // 0: free
    int32_t day = 0;   // of the earliest statement; kNoDay: not known, which is earlier than any
  };
  static constexpr uint32_t kStatement = ~0u;
  static uint64_t key_of(uint64_t hash, uint32_t outlet) { return hash ^ (outlet * 0x9E3779B97F4A7C15u); }
  const Slot* find(uint64_t key) const;
  static void collect(std::span<const Posting> same, const TextFacts& facts, const ProposalOptions& options,
                      std::vector<uint32_t>& outlets, std::vector<Slot>& found);

  std::vector<Slot> slots_;  // each at the first free place from the one that its key names
  size_t mask_ = 0;
};

}  // namespace verbale
