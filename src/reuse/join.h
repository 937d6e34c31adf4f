// From postings to pairs of texts that share enough words in a row to be looked at.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "reuse/index.h"
#include "reuse/parallel.h"

namespace verbale {

// All anchors of an index, in parts by the earlier text of the pair.
class Anchors {
 public:
  static constexpr size_t kParts = 256;

  Anchors(const FingerprintIndex& index, const TextFacts& facts, const ProposalOptions& options,
          int threads);

  // Takes the anchors of a part out, those of a pair together, pairs in ascending order. Parts may
  // be taken on several threads.
  std::vector<Anchor> take_part(size_t part);

 private:
  std::vector<std::vector<std::vector<Anchor>>> by_thread_;  // and part
};

// Calls accept(anchor) for the anchors of each pair until one is accepted, and then visit(a, later)
// for each text `a` with the later texts of its accepted pairs, ascending; texts by rank.
// prefetch(anchor) comes some anchors before.
template <class Prefetch, class Accept, class Visit>
void visit_pairs(std::span<const Anchor> anchors, const Prefetch& prefetch, const Accept& accept,
                 const Visit& visit) {
  constexpr size_t kAhead = 12;
  std::vector<uint32_t> later;
  for (size_t i = 0; i < anchors.size();) {
    const uint32_t a = anchors[i].a;
    later.clear();
    while (i < anchors.size() && anchors[i].a == a) {
      const uint32_t b = anchors[i].b;
      bool accepted = false;
      for (; i < anchors.size() && anchors[i].a == a && anchors[i].b == b; ++i) {
        if (i + kAhead < anchors.size()) prefetch(anchors[i + kAhead]);
        accepted = accepted || accept(anchors[i]);
      }
      if (accepted) later.push_back(b);
    }
    if (!later.empty()) visit(a, std::span<const uint32_t>(later));
  }
}

}  // namespace verbale
