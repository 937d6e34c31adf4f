// Which texts hold which fingerprints, and from that which texts share any.
//
// Postings are kept sorted by fingerprint in parts, so that texts can be added at any time: what comes out depends on
// the texts that are in, not on when they came. A fingerprint in up to `max_texts` texts proposes every pair of
// them. One in more, a formula or the foot of a site, would cost the square of its count and tells little of any one
// pair: it proposes each text only with the earliest that holds it. So the work is linear in the number of texts, and
// neither a widely carried wire text nor boilerplate goes unseen.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "reuse/fingerprints.h"

namespace verbale {

struct Posting {
  uint64_t hash = 0;
  uint32_t text = 0;
  uint32_t word = 0;  // the fingerprint's last word, where it first occurs in the text
};

// A fingerprint that two texts share. Texts are named by rank: a < b, a is the earlier.
struct Anchor {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t word_a = 0;
  uint32_t word_b = 0;
  friend auto operator<=>(const Anchor&, const Anchor&) = default;
};

// Postings on their way into the index, of one thread.
class PostingBatch {
 public:
  PostingBatch();
  void add(uint32_t text, std::span<const Fingerprint> fingerprints);

 private:
  friend class FingerprintIndex;
  std::vector<std::vector<Posting>> parts_;
};

class FingerprintIndex {
 public:
  static constexpr size_t kParts = 256;  // by the fingerprint's highest byte

  FingerprintIndex();
  // Takes the batches in; each text is in one batch and was not in the index before.
  void add(std::span<PostingBatch> batches, int threads);

  // Postings in part `part`, sorted by fingerprint, then text; a text once for each fingerprint.
  std::span<const Posting> part(size_t part) const { return parts_[part]; }
  size_t size() const;

 private:
  std::vector<std::vector<Posting>> parts_;
};

// Appends the pairs that the part's fingerprints propose. `rank[text]`: the text's place among all, by time; no two
// have the same.
void propose_pairs(std::span<const Posting> part, std::span<const uint32_t> rank, uint32_t max_texts,
                   std::vector<Anchor>& out);

// Calls `visit` with each run of postings of one fingerprint.
template <class Visit>
void each_fingerprint(std::span<const Posting> part, const Visit& visit) {
  for (size_t first = 0; first < part.size();) {
    size_t last = first + 1;
    while (last < part.size() && part[last].hash == part[first].hash) ++last;
    visit(part.subspan(first, last - first));
    first = last;
  }
}

}  // namespace verbale
