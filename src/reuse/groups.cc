#include "reuse/groups.h"

#include <algorithm>

namespace verbale {

std::vector<TextGroup> group_copies(std::span<const TextPair> pairs,
                                    std::span<const uint32_t> order) {
  std::vector<uint32_t> place(order.size());
  for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  std::vector<const TextPair*> copies;
  for (const TextPair& pair : pairs) {
    if (pair.one_account) copies.push_back(&pair);
  }
  const auto place_of = [&](int32_t text) { return place[static_cast<size_t>(text)]; };
  // For each later text its pairs, the best first.
  std::sort(copies.begin(), copies.end(), [&](const TextPair* x, const TextPair* y) {
    if (x->b != y->b) return place_of(x->b) < place_of(y->b);
    if (x->covered_b != y->covered_b) return x->covered_b > y->covered_b;
    return place_of(x->a) < place_of(y->a);
  });
  std::vector<int32_t> first_of(order.size(),
                                -1);  // of the group that the text is in, as a follower
  std::vector<std::vector<int32_t>> followers(order.size());
  for (const TextPair* pair : copies) {
    const size_t a = static_cast<size_t>(pair->a);
    const size_t b = static_cast<size_t>(pair->b);
    if (first_of[a] >= 0 || first_of[b] >= 0) continue;
    first_of[b] = pair->a;
    followers[a].push_back(pair->b);
  }
  std::vector<TextGroup> groups;
  for (const uint32_t text : order) {
    if (followers[text].empty()) continue;
    TextGroup& group = groups.emplace_back();
    group.members.push_back(static_cast<int32_t>(text));
    group.members.insert(group.members.end(), followers[text].begin(), followers[text].end());
  }
  return groups;
}

}  // namespace verbale
