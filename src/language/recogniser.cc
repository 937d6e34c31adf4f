#include "language/recogniser.h"

#include <algorithm>
#include <limits>

namespace verbale {
namespace {

const WordFeatures kOutside{.form = 7, .lower = 7, .shape = 7};
constexpr int32_t kImpossible = std::numeric_limits<int32_t>::min() / 4;

}  // namespace

void name_features(std::span<const WordFeatures> words, std::span<const uint8_t> tags, size_t i,
                   FeatureList& out) {
  const auto word = [&](int64_t d) -> const WordFeatures& {
    const int64_t at = static_cast<int64_t>(i) + d;
    return at < 0 || at >= static_cast<int64_t>(words.size()) ? kOutside : words[static_cast<size_t>(at)];
  };
  const auto tag = [&](int64_t d) -> uint64_t {
    const int64_t at = static_cast<int64_t>(i) + d;
    return at < 0 || at >= static_cast<int64_t>(tags.size()) ? 255 : tags[static_cast<size_t>(at)];
  };
  const WordFeatures& w = word(0);
  const uint64_t first = i == 0;
  out.clear();
  out.add(200, 0);
  out.add(201, w.lower); out.add(202, w.form); out.add(203, w.lower, tag(0));
  for (uint64_t n = 0; n < 4; ++n) out.add(204 + n, w.suffix[n], w.capital);
  for (uint64_t n = 0; n < 3; ++n) out.add(208 + n, w.prefix[n], w.capital);
  out.add(211, w.shape, first); out.add(212, w.shape, tag(0)); out.add(213, tag(0));
  out.add(214, word(-1).lower); out.add(215, word(-2).lower); out.add(216, word(1).lower);
  out.add(217, word(2).lower);
  out.add(218, word(-1).shape, w.shape); out.add(219, w.shape, word(1).shape);
  out.add(220, word(-1).shape, w.shape, word(1).shape);
  out.add(221, tag(-1), tag(0)); out.add(222, tag(0), tag(1)); out.add(223, tag(-1), tag(0), tag(1));
  out.add(224, word(-1).lower, w.lower); out.add(225, w.lower, word(1).lower);
  out.add(226, word(-1).lower, w.shape); out.add(227, word(1).lower, w.shape);
  out.add(228, word(-1).lower, tag(0)); out.add(229, word(1).lower, tag(0));
  out.add(230, word(-2).lower, word(-1).lower); out.add(231, word(1).lower, word(2).lower);
  out.add(232, word(-1).suffix[2], w.shape); out.add(233, word(1).suffix[2], w.shape);
  out.add(234, word(-1).suffix[2], tag(0)); out.add(235, tag(-2), tag(-1), tag(0));
  out.add(236, tag(0), tag(1), tag(2));
  out.add(237, w.all_capitals, w.capital, tag(0));
  out.add(238, word(-1).lower, w.capital, word(1).lower);
  out.add(239, w.fine, w.capital); out.add(240, word(-1).fine, w.capital);
  out.add(241, word(1).fine, w.capital); out.add(242, word(-1).coarse, w.shape, word(1).coarse);
  out.add(243, word(-1).fine, w.fine); out.add(244, w.fine, word(1).fine);
}

void name_transition_features(NameLabel previous, FeatureList& out) {
  out.clear();
  out.add(250, static_cast<uint64_t>(previous));
}

void NameDecoder::decode(std::span<const LabelScores> scores,
                         const std::array<LabelScores, kNameLabels>& transitions,
                         std::vector<NameLabel>& out) {
  const size_t n = scores.size();
  out.assign(n, NameLabel::O);
  if (n == 0) return;
  back_.resize(n);
  LabelScores best;
  best.fill(kImpossible);
  for (size_t l = 0; l < kNameLabels; ++l) {
    const bool allowed = may_follow(NameLabel::O, static_cast<NameLabel>(l));
    best[l] = allowed ? scores[0][l] + transitions[0][l] : kImpossible;
  }
  for (size_t i = 1; i < n; ++i) {
    LabelScores next;
    next.fill(kImpossible);
    for (size_t l = 0; l < kNameLabels; ++l) {
      back_[i][l] = 0;
      for (size_t p = 0; p < kNameLabels; ++p) {
        if (!may_follow(static_cast<NameLabel>(p), static_cast<NameLabel>(l))) continue;
        const int32_t score = best[p] + transitions[p][l] + scores[i][l];
        if (score > next[l]) {
          next[l] = score;
          back_[i][l] = static_cast<uint8_t>(p);
        }
      }
      next[l] = std::max(next[l], kImpossible);
    }
    // Only differences matter; without this a very long sentence would run out of bits.
    const int32_t top = *std::max_element(next.begin(), next.end());
    for (int32_t& score : next) score = std::max(score - top, kImpossible);
    best = next;
  }
  size_t label = static_cast<size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  for (size_t i = n; i-- > 0;) {
    out[i] = static_cast<NameLabel>(label);
    if (i > 0) label = back_[i][label];
  }
}

}  // namespace verbale
