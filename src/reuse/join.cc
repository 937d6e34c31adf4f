#include "reuse/join.h"

#include <algorithm>

#include "reuse/parallel.h"

namespace verbale {

Join::Join(const FingerprintIndex& index, std::span<const uint32_t> rank, const JoinOptions& options)
    : options_(options), anchors_(static_cast<size_t>(std::max(options.threads, 1))) {
  for (std::vector<std::vector<Anchor>>& parts : anchors_) parts.resize(kParts);
  const uint64_t texts = std::max<uint64_t>(rank.size(), 1);
  for_each_number(FingerprintIndex::kParts, options.threads, 4, [&](int thread, size_t part) {
    std::vector<Anchor> proposed;
    propose_pairs(index.part(part), rank, options.max_texts, proposed);
    std::vector<std::vector<Anchor>>& parts = anchors_[static_cast<size_t>(thread)];
    for (const Anchor& anchor : proposed) parts[anchor.a * kParts / texts].push_back(anchor);
  });
}

void Join::run(const std::function<bool(const Anchor&)>& accept,
               const std::function<void(size_t, const Candidates&)>& visit) {
  for_each_number(kParts, options_.threads, 1, [&](int, size_t part) {
    std::vector<Anchor> anchors;
    for (std::vector<std::vector<Anchor>>& thread : anchors_) {
      anchors.insert(anchors.end(), thread[part].begin(), thread[part].end());
      std::vector<Anchor>().swap(thread[part]);
    }
    visit_part(part, anchors, accept, visit);
  });
}

void Join::visit_part(size_t part, std::vector<Anchor>& anchors,
                      const std::function<bool(const Anchor&)>& accept,
                      const std::function<void(size_t, const Candidates&)>& visit) const {
  std::sort(anchors.begin(), anchors.end());
  std::vector<uint32_t> later;
  for (size_t first = 0; first < anchors.size();) {
    const uint32_t a = anchors[first].a;
    later.clear();
    while (first < anchors.size() && anchors[first].a == a) {
      const uint32_t b = anchors[first].b;
      bool accepted = false;
      for (; first < anchors.size() && anchors[first].a == a && anchors[first].b == b; ++first) {
        accepted = accepted || accept(anchors[first]);
      }
      if (accepted) later.push_back(b);
    }
    if (!later.empty()) visit(part, {a, later});
  }
}

}  // namespace verbale
