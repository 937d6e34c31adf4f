#include "reuse/join.h"

namespace verbale {

Anchors::Anchors(const FingerprintIndex& index, const TextFacts& facts,
                 const ProposalOptions& options, int threads)
    : by_thread_(static_cast<size_t>(std::max(threads, 1))) {
  for (std::vector<std::vector<Anchor>>& parts : by_thread_) parts.resize(kParts);
  const uint64_t texts = std::max<uint64_t>(facts.rank.size(), 1);
  for_each_number(FingerprintIndex::kParts, threads, 4, [&](int thread, size_t part) {
    std::vector<Anchor> proposed;
    propose_pairs(index.part(part), facts, options, proposed);
    std::vector<std::vector<Anchor>>& parts = by_thread_[static_cast<size_t>(thread)];
    for (const Anchor& anchor : proposed) parts[anchor.a * kParts / texts].push_back(anchor);
  });
}

std::vector<Anchor> Anchors::take_part(size_t part) {
  std::vector<Anchor> anchors;
  for (std::vector<std::vector<Anchor>>& thread : by_thread_) {
    anchors.insert(anchors.end(), thread[part].begin(), thread[part].end());
    std::vector<Anchor>().swap(thread[part]);
  }
  const auto pair_of = [](const Anchor& anchor) { return uint64_t{anchor.a} << 32 | anchor.b; };
  std::sort(anchors.begin(), anchors.end(),
            [&](const Anchor& x, const Anchor& y) { return pair_of(x) < pair_of(y); });
  return anchors;
}

}  // namespace verbale
