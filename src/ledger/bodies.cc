#include "ledger/bodies.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

namespace verbale {
namespace {

constexpr double kMost = 0.75;  // of a group's entries that speak of what the body is for

bool heads(const Candidate& candidate, const std::string& noun) {
  return std::ranges::any_of(candidate.core, [&](const CoreFeature& feature) {
    return feature.head && feature.noun && feature.key == noun;
  });
}

// Groups by the nouns of their heads: candidates for what a body is for.
using GroupsOfNoun = std::map<std::string, std::set<int32_t>, std::less<>>;

GroupsOfNoun groups_of_nouns(std::span<const Candidate> candidates,
                             std::span<const std::vector<int32_t>> groups) {
  GroupsOfNoun of_noun;
  for (size_t g = 0; g < groups.size(); ++g) {
    for (const int32_t member : groups[g]) {
      for (const CoreFeature& feature : candidates[static_cast<size_t>(member)].core) {
        if (feature.head && feature.noun && feature.kind == FeatureKind::Word)
          of_noun[feature.key].insert(static_cast<int32_t>(g));
      }
    }
  }
  return of_noun;
}

class BodyFinder {
 public:
  BodyFinder(std::span<const Candidate> candidates, std::span<const std::vector<int32_t>> groups)
      : candidates_(candidates),
        groups_(groups),
        of_noun_(groups_of_nouns(candidates, groups)),
        own_(candidates.size(), -1) {
    for (size_t g = 0; g < groups.size(); ++g) {
      for (const int32_t member : groups[g])
        own_[static_cast<size_t>(member)] = static_cast<int32_t>(g);
    }
  }

  std::vector<BodyStep> find() const {
    std::vector<BodyStep> found;
    for (size_t c = 0; c < candidates_.size(); ++c) {
      for (size_t s = 0; s < candidates_[c].steps.size(); ++s) {
        if (own_[c] < 0) continue;
        const int32_t group = group_for(static_cast<int32_t>(c), candidates_[c].steps[s]);
        if (group >= 0)
          found.push_back({group, static_cast<int32_t>(c), static_cast<int32_t>(s)});
      }
    }
    std::ranges::sort(found, {}, [](const BodyStep& body) {
      return std::tuple(body.group, body.candidate, body.step);
    });
    return found;
  }

 private:
  int32_t group_for(int32_t body, const Step& step) const {
    int32_t best = -1;
    size_t most = 0;
    for (const std::string& noun : step.of) {
      const auto groups = of_noun_.find(noun);
      if (groups == of_noun_.end()) continue;
      for (const int32_t group : groups->second) {
        if (!speaks_of(group, noun, body)) continue;
        const size_t size = groups_[static_cast<size_t>(group)].size();
        if (size > most) best = group, most = size;
      }
    }
    return best;
  }

  bool speaks_of(int32_t group, const std::string& noun, int32_t body) const {
    if (group == own_[static_cast<size_t>(body)]) return false;
    const std::vector<int32_t>& members = groups_[static_cast<size_t>(group)];
    size_t count = 0;
    bool earlier = false;
    for (const int32_t member : members) {
      const Candidate& candidate = candidates_[static_cast<size_t>(member)];
      if (!candidate.name_key.empty()) return false;
      count += heads(candidate, noun) ? 1 : 0;
      earlier |= candidate.meeting < candidates_[static_cast<size_t>(body)].meeting;
    }
    return earlier && static_cast<double>(count) >= kMost * static_cast<double>(members.size());
  }

  std::span<const Candidate> candidates_;
  std::span<const std::vector<int32_t>> groups_;
  GroupsOfNoun of_noun_;
  std::vector<int32_t> own_;  // group of each candidate; -1: none
};

}  // namespace

std::vector<BodyStep> find_bodies(std::span<const Candidate> candidates,
                                  std::span<const std::vector<int32_t>> groups) {
  return BodyFinder(candidates, groups).find();
}

std::vector<BodyStep> bodies_of_group(std::span<const BodyStep> bodies, int32_t group) {
  const auto range = std::ranges::equal_range(bodies, group, {}, &BodyStep::group);
  return {range.begin(), range.end()};
}

}  // namespace verbale
