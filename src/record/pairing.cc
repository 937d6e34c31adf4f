#include "record/pairing.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace verbale {

double shared_part(CodeRange a, CodeRange b) {
  const uint32_t begin = std::max(a.start, b.start);
  const uint32_t end = std::min(a.end, b.end);
  if (begin >= end) return 0.0;
  const double both = end - begin;
  return both / (static_cast<double>(a.size()) + b.size() - both);
}

double rank_of_pairing(double shared, bool same_anchor) {
  constexpr double kHalf = 0.5;
  if (shared >= kHalf) return 1.0 + shared + (same_anchor ? 1.0 : 0.0);
  return same_anchor && shared > 0 ? kHalf + shared / 2 : shared;
}

std::vector<Pairing> pair_by_place(std::span<const PlacedClaim> old,
                                   std::span<const PlacedClaim> fresh) {
  std::vector<size_t> by_start(fresh.size());
  std::iota(by_start.begin(), by_start.end(), size_t{0});
  std::ranges::sort(by_start, [&](size_t a, size_t b) {
    return std::tuple(fresh[a].place.start, a) < std::tuple(fresh[b].place.start, b);
  });
  std::vector<uint32_t>
      furthest_end;  // of the claims so far: those before the first that reaches far end too early
  for (const size_t f : by_start) {
    furthest_end.push_back(
        std::max(fresh[f].place.end, furthest_end.empty() ? 0 : furthest_end.back()));
  }
  std::vector<Pairing> pairings;
  for (size_t o = 0; o < old.size(); ++o) {
    size_t i = static_cast<size_t>(std::ranges::upper_bound(furthest_end, old[o].place.start) -
                                   furthest_end.begin());
    for (; i < by_start.size() && fresh[by_start[i]].place.start < old[o].place.end; ++i) {
      const PlacedClaim& claim = fresh[by_start[i]];
      if (!old[o].cue.empty() && !claim.cue.empty() && !old[o].cue.overlaps(claim.cue)) continue;
      const double rank =
          rank_of_pairing(shared_part(old[o].place, claim.place), old[o].id == claim.id);
      if (rank > 0) pairings.push_back({rank, o, by_start[i]});
    }
  }
  std::ranges::sort(pairings, [](const Pairing& a, const Pairing& b) {
    return std::tuple(-a.rank, a.old, a.fresh) < std::tuple(-b.rank, b.old, b.fresh);
  });
  return pairings;
}

}  // namespace verbale
