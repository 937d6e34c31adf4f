// Fingerprints that many texts of one outlet have: its standing words, and forms that it fills in.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/index.h"

namespace verbale {

class RecurringFingerprints {
 public:
  // `outlet[text]`: a number for the outlet, the same for the same; unknown ones have one of their own.
  RecurringFingerprints(const FingerprintIndex& index, std::span<const uint32_t> outlet, uint32_t min_texts,
                        int threads);

  bool recurs(uint64_t hash, uint32_t outlet) const;

 private:
  struct Entry {
    uint64_t hash = 0;
    uint32_t outlet = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  std::vector<std::vector<Entry>> parts_;  // sorted
};

}  // namespace verbale
