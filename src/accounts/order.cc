// Which points one account tells in another order than the first that has them.
#include <algorithm>
#include <map>

#include "accounts/details.h"

namespace verbale {
namespace {

constexpr int32_t kMoved = 3;       // ranks by which a point stands out of its order, at least,
constexpr int32_t kMovedShare = 4;  // and this part of all that two accounts share

// The members of a longest rising run (patience sorting): what stands in the same order.
std::vector<bool> in_order(const std::vector<int32_t>& ranks) {
  std::vector<size_t> tails;
  std::vector<int32_t> before(ranks.size(), -1);
  for (size_t i = 0; i < ranks.size(); ++i) {
    const auto at = std::lower_bound(tails.begin(), tails.end(), ranks[i],
                                     [&](size_t tail, int32_t rank) { return ranks[tail] < rank; });
    if (at != tails.begin()) before[i] = static_cast<int32_t>(*(at - 1));
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<bool> kept(ranks.size(), false);
  for (int32_t i = tails.empty() ? -1 : static_cast<int32_t>(tails.back()); i >= 0;
       i = before[static_cast<size_t>(i)]) {
    kept[static_cast<size_t>(i)] = true;
  }
  return kept;
}

bool stands_apart(int32_t place, int32_t rank, size_t of) {
  const int32_t moved = std::abs(place - rank);
  return moved >= kMoved && kMovedShare * moved >= static_cast<int32_t>(of);
}

}  // namespace

// Against the first account: which of the points they share stands out of its order.
void add_order(std::vector<Point>& points, size_t accounts) {
  std::map<size_t, std::map<int32_t, std::pair<size_t, size_t>>>
      moved;  // point, account: rank of ranks
  for (size_t account = 1; account < accounts; ++account) {
    std::vector<std::pair<uint32_t, size_t>> here;
    std::vector<std::pair<uint32_t, size_t>> first;
    for (size_t p = 0; p < points.size(); ++p) {
      const PointPart* mine = points[p].part_of(static_cast<int32_t>(account));
      const PointPart* theirs = points[p].part_of(0);
      if (mine == nullptr || theirs == nullptr) continue;
      here.emplace_back(mine->spans.back().begin, p);
      first.emplace_back(theirs->spans.front().begin, p);
    }
    std::ranges::sort(here);
    std::ranges::sort(first);
    std::map<size_t, int32_t> rank;
    for (size_t i = 0; i < first.size(); ++i) rank[first[i].second] = static_cast<int32_t>(i);
    std::vector<int32_t> ranks;
    for (const auto& [place, point] : here) ranks.push_back(rank[point]);
    const std::vector<bool> kept = in_order(ranks);
    for (size_t i = 0; i < here.size(); ++i) {
      if (kept[i] || !stands_apart(static_cast<int32_t>(i), ranks[i], here.size())) continue;
      moved[here[i].second][0] = {static_cast<size_t>(ranks[i]) + 1, here.size()};
      moved[here[i].second][static_cast<int32_t>(account)] = {i + 1, here.size()};
    }
  }
  for (const auto& [point, places] : moved) {
    Difference difference{DifferenceKind::Order, {}};
    for (const auto& [account, place] : places) {
      difference.versions.push_back(
          {account, std::to_string(place.first) + " of " + std::to_string(place.second), {}});
    }
    points[point].differences.push_back(std::move(difference));
  }
}

}  // namespace verbale
