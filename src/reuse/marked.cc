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
  for (const uint32_t outlet : outlets) found.push_back({key_of(hash, outlet), 0});
  bool of_statement = false;
  int32_t day = 0;
  for (const Posting& posting : same) {
    if (facts.statement[posting.text] == 0) continue;
    day = of_statement ? std::min(day, facts.day[posting.text]) : facts.day[posting.text];
    of_statement = true;
  }
  if (of_statement) found.push_back({key_of(hash, kStatement), day});
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
      size_t at = one.key & mask_;
      while (slots_[at].key != 0) at = (at + 1) & mask_;
      slots_[at] = one;
    }
  }
}

const MarkedFingerprints::Slot* MarkedFingerprints::find(uint64_t key) const {
  size_t at = key & mask_;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask_;
  return key != 0 && slots_[at].key == key ? &slots_[at] : nullptr;
}

}  // namespace verbale
