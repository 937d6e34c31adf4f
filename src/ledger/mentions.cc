#include "ledger/mentions.h"

#include <algorithm>
#include <set>

namespace verbale {
namespace {

constexpr double kShare = 0.6;  // of the entries that have an essential word
constexpr double kTells = 5.5;  // bits of a word that may be essential
constexpr double kAlone = 7.5;  // bits of one that is by itself

}  // namespace

MentionFinder::MentionFinder(std::span<const Candidate> candidates, const Meanings& meanings)
    : candidates_(candidates), meanings_(meanings) {
  for (size_t i = 0; i < candidates.size(); ++i) {
    for (const ClauseWord& word : candidates[i].words) {
      const Meaning meaning = meanings.meaning({FeatureKind::Word, word.key, {}, false});
      const Place place{static_cast<int32_t>(i), word.token};
      places_[meaning.same].push_back(place);
      if (meaning.family != 0) places_[meaning.family].push_back(place);
    }
  }
}

std::vector<Meaning> MentionFinder::essentials(std::span<const int32_t> members) const {
  std::map<std::string, int> counts;
  for (const int32_t member : members) {
    std::set<std::string> keys;
    for (const CoreFeature& feature : candidates_[static_cast<size_t>(member)].core) {
      if (feature.kind == FeatureKind::Word && feature.share >= 0.4) keys.insert(feature.key);
    }
    for (const std::string& key : keys) ++counts[key];
  }
  std::vector<Meaning> words;
  const bool named = std::ranges::any_of(
      members, [&](int32_t m) { return !candidates_[static_cast<size_t>(m)].name_key.empty(); });
  if (named) return words;  // a name is found as a name
  double most = 0;
  for (const auto& [key, count] : counts) {
    const Meaning meaning = meanings_.meaning({FeatureKind::Word, key, {}, false});
    if (count < kShare * static_cast<double>(members.size()) || meaning.weight < kTells) continue;
    words.push_back(meaning);
    most = std::max(most, meaning.weight);
  }
  if (words.size() == 1) words.front().family = 0;  // a word by itself must be that word
  if (words.size() == 1 && most < kAlone) words.clear();
  return words;
}

int32_t MentionFinder::place_of(const Meaning& word, int32_t candidate) const {
  for (const uint64_t key : {word.same, word.family}) {
    const auto places = places_.find(key);
    if (key == 0 || places == places_.end()) continue;
    const auto found = std::ranges::lower_bound(places->second, candidate, {}, &Place::candidate);
    if (found != places->second.end() && found->candidate == candidate) return found->token;
  }
  return -1;
}

FoundMention MentionFinder::find(std::span<const Meaning> words, int32_t first,
                                 int32_t last) const {
  if (words.empty()) return {};
  for (int32_t candidate = first; candidate < last; ++candidate) {
    FoundMention mention{candidate, {INT32_MAX, 0}};
    const bool all = std::ranges::all_of(words, [&](const Meaning& word) {
      const int32_t token = place_of(word, candidate);
      mention.tokens.first = std::min(mention.tokens.first, token);
      mention.tokens.last = std::max(mention.tokens.last, token + 1);
      return token >= 0;
    });
    if (all) return mention;
  }
  return {};
}

}  // namespace verbale
