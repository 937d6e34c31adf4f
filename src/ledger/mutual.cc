#include "ledger/mutual.h"

#include <algorithm>
#include <set>

namespace verbale {
namespace {

using Groups = std::vector<std::vector<int32_t>>;

std::vector<int32_t> group_of_each(const Groups& groups, size_t candidates) {
  std::vector<int32_t> own(candidates, -1);
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const int32_t member : groups[g])
      own[static_cast<size_t>(member)] = static_cast<int32_t>(g);
  }
  return own;
}

// Looks for the things of groups in the clauses of others.
class Mutual {
 public:
  Mutual(std::span<const Candidate> candidates, const Groups& groups,
         std::span<const int32_t> meetings, const MentionFinder& mentions)
      : candidates_(candidates),
        groups_(groups),
        own_(group_of_each(groups, candidates.size())),
        meetings_(meetings),
        mentions_(mentions) {
    for (const std::vector<int32_t>& group : groups) words_.push_back(mentions.essentials(group));
  }

  // Groups whose clauses mention the thing of this one, at meetings where it has none itself.
  std::set<size_t> mentioning(size_t group) const {
    std::set<size_t> found;
    if (words_[group].words.empty()) return found;
    std::set<int32_t> there;
    for (const int32_t member : groups_[group])
      there.insert(candidates_[static_cast<size_t>(member)].meeting);
    for (size_t m = 0; m + 1 < meetings_.size(); ++m) {
      if (there.contains(static_cast<int32_t>(m))) continue;
      const FoundMention mention = mentions_.find(words_[group], meetings_[m], meetings_[m + 1]);
      if (mention.candidate < 0) continue;
      const int32_t own = own_[static_cast<size_t>(mention.candidate)];
      if (own >= 0) found.insert(static_cast<size_t>(own));
    }
    return found;
  }

  // Does a clause of `in` mention the thing of `group`?
  bool mentions(size_t group, size_t in) const {
    if (words_[group].words.empty()) return false;
    return std::ranges::any_of(groups_[in], [&](int32_t member) {
      return mentions_.find(words_[group], member, member + 1).candidate >= 0;
    });
  }

 private:
  std::span<const Candidate> candidates_;
  const Groups& groups_;
  std::vector<int32_t> own_;
  std::span<const int32_t> meetings_;
  const MentionFinder& mentions_;
  std::vector<EssentialWords> words_;
};

// At a meeting where both stand the accounts keep them apart.
bool meet(std::span<const Candidate> candidates, const std::vector<int32_t>& left,
          const std::vector<int32_t>& right) {
  return std::ranges::any_of(left, [&](int32_t l) {
    return std::ranges::any_of(right, [&](int32_t r) {
      return candidates[static_cast<size_t>(l)].meeting ==
             candidates[static_cast<size_t>(r)].meeting;
    });
  });
}

bool vetoed(const std::vector<int32_t>& left, const std::vector<int32_t>& right,
            const CoreLikeness& likeness) {
  constexpr size_t kLooked = 8;  // members of each
  for (size_t i = 0; i < std::min(left.size(), kLooked); ++i) {
    for (size_t k = 0; k < std::min(right.size(), kLooked); ++k) {
      if (likeness.vetoed(left[i], right[k])) return true;
    }
  }
  return false;
}

}  // namespace

Groups join_mutual(std::span<const Candidate> candidates, Groups groups,
                   std::span<const int32_t> meetings, const MentionFinder& mentions,
                   const CoreLikeness& likeness) {
  const Mutual mutual(candidates, groups, meetings, mentions);
  std::vector<std::pair<size_t, size_t>> pairs;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const size_t other : mutual.mentioning(g)) {
      if (meet(candidates, groups[g], groups[other])) continue;
      if (mutual.mentions(other, g) && !vetoed(groups[g], groups[other], likeness))
        pairs.emplace_back(std::min(g, other), std::max(g, other));
    }
  }
  std::ranges::sort(pairs);
  std::set<size_t> joined;
  for (const auto& [left, right] : pairs) {
    // Each joins once: no chains.
    if (joined.contains(left) || joined.contains(right)) continue;
    joined.insert({left, right});
    groups[left].insert(groups[left].end(), groups[right].begin(), groups[right].end());
    std::ranges::sort(groups[left]);
    groups[right].clear();
  }
  std::erase_if(groups, [](const std::vector<int32_t>& group) { return group.empty(); });
  std::ranges::sort(groups);
  return groups;
}

}  // namespace verbale
