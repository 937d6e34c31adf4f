// Which texts hold which fingerprints, and from that which texts share any.
//
// Postings are kept sorted by fingerprint in parts, so that texts can be added at any time: what
// comes out depends on the texts that are in, not on when they came. A fingerprint proposes every
// pair of the texts that hold it, unless it is frequent: in more than `max_texts` texts, or in
// `recurring_texts` of one outlet. A formula or the foot of a site would cost the square of its
// count and tells little of any one pair; so a frequent fingerprint proposes each text only with
// the earliest that holds it. The work stays linear in the number of texts, and neither a wire text
// that everybody carries nor boilerplate goes unseen.
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

struct ProposalOptions {
  uint32_t max_texts = 64;
  uint32_t recurring_texts = 4;
};

// What is known of the texts. `rank`: a text's place among all, by time; no two have the same.
// `outlet`: a number, the same for the same outlet; 0: not known.
struct TextFacts {
  std::span<const uint32_t> rank;
  std::span<const uint32_t> outlet;
  std::span<const uint8_t> statement;  // not 0: others quote it
  std::span<const int32_t> day;        // base/days.h; kNoDay: not known
};

// Appends the pairs that the part's fingerprints propose.
void propose_pairs(std::span<const Posting> part, const TextFacts& facts,
                   const ProposalOptions& options, std::vector<Anchor>& out);

// The outlets in which the fingerprint of these postings recurs, into `found`, ascending. Texts
// without a known outlet may be of many: they count as one only where they are more than
// `max_texts`.
void find_recurring_outlets(std::span<const Posting> same, const TextFacts& facts,
                            const ProposalOptions& options, std::vector<uint32_t>& found);

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
