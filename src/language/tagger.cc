#include "language/tagger.h"

#include <algorithm>

namespace verbale {
namespace {

const WordFeatures kOutside{.form = 7, .lower = 7, .shape = 7};

}  // namespace

void tag_features(std::span<const WordFeatures> words, size_t i, int previous, int before_previous,
                  FeatureList& out) {
  const WordFeatures& w = words[i];
  const WordFeatures& l = i > 0 ? words[i - 1] : kOutside;
  const WordFeatures& ll = i > 1 ? words[i - 2] : kOutside;
  const WordFeatures& r = i + 1 < words.size() ? words[i + 1] : kOutside;
  const WordFeatures& rr = i + 2 < words.size() ? words[i + 2] : kOutside;
  const uint64_t p = static_cast<uint64_t>(previous + 1);
  const uint64_t pp = static_cast<uint64_t>(before_previous + 1) << 8 | p;
  // A capital at the start of a sentence says little.
  const uint64_t capital = (i == 0 ? 2u : 0u) | (w.capital ? 1u : 0u);
  out.clear();
  out.add(1, 0);
  out.add(2, w.lower);
  out.add(3, w.form);
  out.add(4, w.lower, capital);
  for (uint64_t n = 0; n < 4; ++n) out.add(5 + n, w.suffix[n]);
  for (uint64_t n = 0; n < 3; ++n) out.add(9 + n, w.prefix[n]);
  out.add(12, w.shape, i == 0);
  out.add(13, w.suffix[2], capital);
  out.add(14, w.suffix[1], p);
  out.add(15, w.suffix[2], p);
  out.add(16, p);
  out.add(17, pp);
  out.add(18, p, w.lower);
  out.add(19, pp, w.lower);
  out.add(20, l.lower);
  out.add(21, ll.lower);
  out.add(22, r.lower);
  out.add(23, rr.lower);
  out.add(24, l.lower, w.lower);
  out.add(25, w.lower, r.lower);
  out.add(26, l.lower, r.lower);
  out.add(27, r.suffix[2]);
  out.add(28, l.suffix[2]);
  out.add(29, r.suffix[1], w.suffix[1]);
  out.add(30, p, r.lower);
  out.add(31, p, r.suffix[2]);
  out.add(32, l.shape, w.shape);
  out.add(33, w.shape, r.shape);
  out.add(34, p, capital);
  out.add(35, w.suffix[2], r.suffix[2]);
  out.add(36, r.lower, rr.lower);
  out.add(37, ll.lower, l.lower);
  out.add(38, r.shape, r.suffix[1]);
  out.add(39, pp, w.suffix[2]);
  out.add(40, w.suffix[3], capital);
  out.add(41, w.fine);
  out.add(42, l.fine);
  out.add(43, r.fine);
  out.add(44, p, w.fine);
  out.add(45, w.fine, r.fine);
  out.add(46, l.fine, w.fine);
  out.add(47, l.coarse, w.coarse, r.coarse);
  out.add(48, w.fine, w.suffix[1], capital);
  out.add(49, w.suffix[2], l.coarse, r.coarse);
}

void tag_words(std::span<const WordFeatures> words, const Weights& weights, std::vector<uint8_t>& tags) {
  tags.resize(words.size());
  FeatureList features;
  int32_t scores[Weights::kMaxClasses];
  int previous = -1;
  int before_previous = -1;
  for (size_t i = 0; i < words.size(); ++i) {
    tag_features(words, i, previous, before_previous, features);
    std::fill_n(scores, Weights::kMaxClasses, 0);
    weights.score(features, scores);
    const int best = static_cast<int>(std::max_element(scores, scores + weights.classes()) - scores);
    tags[i] = static_cast<uint8_t>(best);
    before_previous = previous;
    previous = best;
  }
}

}  // namespace verbale
