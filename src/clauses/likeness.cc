#include "clauses/likeness.h"

#include <algorithm>

namespace verbale {

ClauseMeaning meaning_of(const Clause& clause, const Meanings& meanings) {
  ClauseMeaning meaning;
  meaning.negated = clause.negated;
  meaning.features.reserve(clause.features.size());
  for (const Feature& feature : clause.features) {
    meaning.features.push_back(meanings.meaning(feature));
    meaning.weight += meaning.features.back().weight;
  }
  return meaning;
}

namespace {

bool numbers_differ(const ClauseMeaning& left, const ClauseMeaning& right) {
  const auto counts = [](const Meaning& m) { return m.kind == FeatureKind::Number; };
  if (std::ranges::none_of(left.features, counts) || std::ranges::none_of(right.features, counts))
    return false;
  return std::ranges::none_of(left.features, [&](const Meaning& l) {
    return counts(l) &&
           std::ranges::any_of(right.features, [&](const Meaning& r) { return r.same == l.same; });
  });
}

}  // namespace

// Each feature is matched once: the nearest pairs first, of equal ones those in text order.
Likeness likeness(const ClauseMeaning& left, const ClauseMeaning& right, const Meanings& meanings) {
  std::vector<FeatureMatch> candidates;
  for (size_t i = 0; i < left.features.size(); ++i) {
    for (size_t j = 0; j < right.features.size(); ++j) {
      const double near = meanings.nearness(left.features[i], right.features[j]);
      if (near > 0) candidates.push_back({static_cast<int32_t>(i), static_cast<int32_t>(j), near});
    }
  }
  std::ranges::stable_sort(candidates, [](const FeatureMatch& a, const FeatureMatch& b) {
    return a.nearness > b.nearness;
  });
  Likeness result;
  std::vector<bool> left_taken(left.features.size());
  std::vector<bool> right_taken(right.features.size());
  double left_sum = 0;
  double right_sum = 0;
  for (const FeatureMatch& match : candidates) {
    const size_t i = static_cast<size_t>(match.left);
    const size_t j = static_cast<size_t>(match.right);
    if (left_taken[i] || right_taken[j]) continue;
    left_taken[i] = right_taken[j] = true;
    left_sum += match.nearness * left.features[i].weight;
    right_sum += match.nearness * right.features[j].weight;
    result.matches.push_back(match);
  }
  result.left_covered = left.weight > 0 ? left_sum / left.weight : 0;
  result.right_covered = right.weight > 0 ? right_sum / right.weight : 0;
  result.shared = (left_sum + right_sum) / 2;
  const double both = left.weight + right.weight;
  result.score = both > 0 ? (left_sum + right_sum) / both : 0;
  result.numbers_differ = numbers_differ(left, right);
  result.negation_differs = left.negated != right.negated;
  return result;
}

Likeness likeness(const Clause& left, const Clause& right, const Meanings& meanings) {
  return likeness(meaning_of(left, meanings), meaning_of(right, meanings), meanings);
}

}  // namespace verbale
