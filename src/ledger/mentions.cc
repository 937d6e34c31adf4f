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

// The last noun of its head phrase; empty: none.
std::string MentionFinder::head_of(const Candidate& candidate) {
  std::string head;
  for (const CoreFeature& feature : candidate.core) {
    if (feature.head && feature.noun && feature.kind == FeatureKind::Word) head = feature.key;
  }
  return head;
}

std::vector<Meaning> MentionFinder::essentials(std::span<const int32_t> members) const {
  const bool named = std::ranges::any_of(
      members, [&](int32_t m) { return !candidates_[static_cast<size_t>(m)].name_key.empty(); });
  if (named) return {};  // a name is found as a name
  std::map<std::string, int> counts;
  std::map<std::string, int> heads;
  for (const int32_t member : members) {
    const Candidate& candidate = candidates_[static_cast<size_t>(member)];
    std::set<std::string> keys;
    for (const CoreFeature& feature : candidate.core) {
      if (feature.kind == FeatureKind::Word && feature.share >= 0.4) keys.insert(feature.key);
    }
    const std::string head = head_of(candidate);
    if (!head.empty()) {
      keys.insert(head);
      ++heads[head];
    }
    for (const std::string& key : keys) ++counts[key];
  }
  const double least = kShare * static_cast<double>(members.size());
  std::vector<Meaning> words;
  double most = 0;
  bool has_head = false;
  for (const auto& [key, count] : counts) {
    const Meaning meaning = meanings_.meaning({FeatureKind::Word, key, {}, false});
    const auto head = heads.find(key);
    const bool heads_most = head != heads.end() && head->second >= least;
    if (count < least || (meaning.weight < kTells && !heads_most)) continue;
    has_head |= heads_most;
    words.push_back(meaning);
    most = std::max(most, meaning.weight);
  }
  if (words.size() == 1) words.front().family = 0;  // a word by itself must be that word
  const bool little = !has_head || (words.size() == 1 && most < kAlone);
  return little ? std::vector<Meaning>() : words;
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
