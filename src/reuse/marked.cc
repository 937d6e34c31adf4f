#include "reuse/marked.h"

#include <algorithm>
#include <bit>

#include "reuse/parallel.h"

namespace verbale {

void MarkedFingerprints::collect(std::span<const Posting> same, const TextFacts& facts,
                                 const ProposalOptions& options, std::vector<uint32_t>& outlets,
                                 std::vector<Slot>& found) {
  if (same.size() < 2) return;
  const uint64_t hash = same.front().hash;
  find_recurring_outlets(same, facts, options, outlets);
  for (const uint32_t outlet : outlets) found.push_back({hash, outlet, 0});
  bool of_statement = false;
  int32_t day = 0;
  for (const Posting& posting : same) {
    if (facts.statement[posting.text] == 0) continue;
    day = of_statement ? std::min(day, facts.day[posting.text]) : facts.day[posting.text];
    of_statement = true;
  }
  if (of_statement) found.push_back({hash, kStatement, day});
}

MarkedFingerprints::MarkedFingerprints(const FingerprintIndex& index, const TextFacts& facts,
                                       const ProposalOptions& options, int threads) {
  std::vector<std::vector<Slot>> found(FingerprintIndex::kParts);
  for_each_number(found.size(), threads, 4, [&](int, size_t part) {
    std::vector<uint32_t> outlets;
    each_fingerprint(index.part(part), [&](std::span<const Posting> same) {
      collect(same, facts, options, outlets, found[part]);
    });
  });
  size_t count = 0;
  for (const std::vector<Slot>& part : found) count += part.size();
  slots_.resize(std::bit_ceil(2 * count + 1));
  mask_ = slots_.size() - 1;
  for (const std::vector<Slot>& part : found) {
    for (const Slot& one : part) {
      size_t at = one.hash & mask_;
      while (slots_[at].hash != 0) at = (at + 1) & mask_;
      slots_[at] = one;
    }
  }
}

MarkedFingerprints::Marks MarkedFingerprints::find(uint64_t hash, uint32_t outlet_a,
                                                   uint32_t outlet_b, int32_t by_day) const {
  Marks marks;
  for (size_t at = hash & mask_; slots_[at].hash != 0; at = (at + 1) & mask_) {
    const Slot& slot = slots_[at];
    if (slot.hash != hash) continue;
    if (slot.outlet == kStatement) {
      marks.of_statement |= slot.day <= by_day;
    } else {
      marks.recurs |= slot.outlet == outlet_a || slot.outlet == outlet_b;
    }
  }
  return marks;
}

}  // namespace verbale
