// From postings to pairs of texts that share enough words in a row to be looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "reuse/index.h"

namespace verbale {

// Pairs of one text with later ones, all by rank.
struct Candidates {
  uint32_t a = 0;
  std::span<const uint32_t> later;  // ascending
};

struct JoinOptions {
  uint32_t max_texts = 64;
  int threads = 1;
};

// Calls accept(anchor) for the anchors of each pair until one is accepted, and visit(part, candidates) for each text
// with accepted pairs. Both are called on several threads at once; for one `part` (< kParts) by one thread, in the
// order of the texts, and all texts of a part come before those of the next.
class Join {
 public:
  static constexpr size_t kParts = 256;

  // `rank[class]` as in propose_pairs().
  Join(const FingerprintIndex& index, std::span<const uint32_t> rank, const JoinOptions& options);

  void run(const std::function<bool(const Anchor&)>& accept,
           const std::function<void(size_t, const Candidates&)>& visit);

 private:
  void visit_part(size_t part, std::vector<Anchor>& anchors, const std::function<bool(const Anchor&)>& accept,
                  const std::function<void(size_t, const Candidates&)>& visit) const;

  JoinOptions options_;
  std::vector<std::vector<std::vector<Anchor>>> anchors_;  // by thread and part of the texts
};

}  // namespace verbale
