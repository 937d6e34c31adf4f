#include "reuse/recurring.h"

#include <algorithm>

#include "reuse/parallel.h"

namespace verbale {

RecurringFingerprints::RecurringFingerprints(const FingerprintIndex& index, std::span<const uint32_t> outlet,
                                             uint32_t min_texts, int threads)
    : parts_(FingerprintIndex::kParts) {
  for_each_number(parts_.size(), threads, 4, [&](int, size_t part) {
    std::vector<uint32_t> outlets;
    each_fingerprint(index.part(part), [&](std::span<const Posting> same) {
      if (same.size() < min_texts) return;
      outlets.clear();
      for (const Posting& posting : same) outlets.push_back(outlet[posting.text]);
      std::sort(outlets.begin(), outlets.end());
      for (size_t first = 0; first < outlets.size();) {
        size_t last = first;
        while (last < outlets.size() && outlets[last] == outlets[first]) ++last;
        if (last - first >= min_texts) parts_[part].push_back({same.front().hash, outlets[first]});
        first = last;
      }
    });
  });
}

bool RecurringFingerprints::recurs(uint64_t hash, uint32_t outlet) const {
  const std::vector<Entry>& part = parts_[hash >> 56];
  return std::binary_search(part.begin(), part.end(), Entry{hash, outlet});
}

}  // namespace verbale
