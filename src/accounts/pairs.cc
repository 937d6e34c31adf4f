// Which clauses are held against each other: all pairs of a field would be too many.
#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "accounts/links.h"

namespace verbale {
namespace {

// Pairs with a feature in common that tells something: the others cannot score. In a field of
// hundreds of accounts a clause is held only against the first that have the feature: they stand
// for their points.
class PairFinder {
 public:
  explicit PairFinder(const ClauseField& field)
      : field_(field), most_(field.size() > kManyClauses ? kFirstOfMany : field.size()) {}

  std::vector<std::pair<int32_t, int32_t>> find() {
    for (size_t i = 0; i < field_.size(); ++i) add(static_cast<int32_t>(i));
    return std::move(pairs_);
  }

 private:
  void add(int32_t i) {
    std::vector<int32_t> near;
    const auto meet = [&](uint64_t key) {
      std::vector<int32_t>& postings = postings_[key];
      near.insert(near.end(), postings.begin(), postings.end());
      if (postings.size() >= most_) return;
      if (postings.empty() || postings.back() != i) postings.push_back(i);
    };
    constexpr double kTells = 4;
    for (const Meaning& meaning : field_.meaning(i).features) {
      if (meaning.weight < kTells) continue;
      meet(meaning.same);
      if (meaning.family != 0) meet(meaning.family ^ 0x9e3779b97f4a7c15ULL);
      for (const int32_t group : meaning.groups) meet(static_cast<uint64_t>(group) + 1);
    }
    if (field_.establishes(i) != 0) meet(0);
    std::ranges::sort(near);
    const auto end = std::unique(near.begin(), near.end());
    for (auto other = near.begin(); other != end; ++other) {
      if (*other != i) pairs_.emplace_back(*other, i);
    }
  }

  static constexpr size_t kManyClauses = 2000;
  static constexpr size_t kFirstOfMany = 40;

  const ClauseField& field_;
  const size_t most_;
  std::unordered_map<uint64_t, std::vector<int32_t>> postings_;
  std::vector<std::pair<int32_t, int32_t>> pairs_;
};

}  // namespace

std::vector<ClauseLink> find_links(const ClauseField& field, double floor) {
  std::vector<ClauseLink> links;
  for (const auto& [left, right] : PairFinder(field).find()) {
    const double score = field.score(left, right);
    if (score >= floor) links.push_back({left, right, score});
  }
  std::ranges::stable_sort(links, [](const ClauseLink& a, const ClauseLink& b) {
    return std::tuple(-a.score, a.left, a.right) < std::tuple(-b.score, b.left, b.right);
  });
  return links;
}

}  // namespace verbale
