#include "reuse/recurring.h"

#include <bit>

#include "reuse/parallel.h"

namespace verbale {

RecurringFingerprints::RecurringFingerprints(const FingerprintIndex& index, const TextFacts& facts,
                                             const ProposalOptions& options, int threads) {
  std::vector<std::vector<uint64_t>> keys(FingerprintIndex::kParts);
  for_each_number(keys.size(), threads, 4, [&](int, size_t part) {
    std::vector<uint32_t> outlets;
    each_fingerprint(index.part(part), [&](std::span<const Posting> same) {
      find_recurring_outlets(same, facts, options, outlets);
      for (const uint32_t outlet : outlets) keys[part].push_back(key_of(same.front().hash, outlet));
    });
  });
  size_t count = 0;
  for (const std::vector<uint64_t>& part : keys) count += part.size();
  slots_.assign(std::bit_ceil(2 * count + 1), 0);
  mask_ = slots_.size() - 1;
  for (const std::vector<uint64_t>& part : keys) {
    for (const uint64_t key : part) {
      size_t slot = key & mask_;
      while (slots_[slot] != 0) slot = (slot + 1) & mask_;
      slots_[slot] = key;
    }
  }
}

bool RecurringFingerprints::recurs(uint64_t hash, uint32_t outlet) const {
  const uint64_t key = key_of(hash, outlet);
  size_t slot = key & mask_;
  while (slots_[slot] != 0 && slots_[slot] != key) slot = (slot + 1) & mask_;
  return slots_[slot] == key && key != 0;
}

}  // namespace verbale
