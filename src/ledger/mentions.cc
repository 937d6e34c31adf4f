#include "ledger/mentions.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace verbale {
namespace {

constexpr double kShare = 0.6;    // of the entries that have an essential word
constexpr double kSlight = 0.4;   // share of a word in its core, from which on it tells
constexpr double kShared = 0.5;   // share up to which a noun leads on to others ("exchanges on")
constexpr double kAlone = 7.5;    // bits of a word that is the thing by itself
constexpr double kTogether = 9;   // bits that several words must tell
constexpr double kCovered = 0.6;  // of these bits, what a mention has
constexpr double kLike = 0.85;    // nearness of a word that stands for one of the thing
constexpr int32_t kWindow = 12;   // tokens that a mention spans

}  // namespace

// A word of the thing where it stands in an account.
struct MentionFinder::Hit {
  int32_t document = -1;
  int32_t sentence = -1;
  int32_t token = -1;
  int32_t candidate = -1;
  int32_t which = -1;
  friend auto operator<=>(const Hit&, const Hit&) = default;
};

MentionFinder::MentionFinder(std::span<const Candidate> candidates, const Meanings& meanings)
    : candidates_(candidates), meanings_(meanings) {
  for (size_t i = 0; i < candidates.size(); ++i) {
    for (const ClauseWord& word : candidates[i].words)
      places_[word.key].push_back({static_cast<int32_t>(i), word.token});
  }
  for (const auto& [key, places] : places_) {
    const Meaning meaning = meanings.meaning({FeatureKind::Word, key, {}, false});
    known_.emplace(key, meaning);
    likes_[meaning.same].push_back(&key);
    for (const int32_t row : meaning.groups) likes_[static_cast<uint64_t>(row) + 1].push_back(&key);
  }
}

// "routes" of "air routes", both of "trade and investment".
bool MentionFinder::heads_phrase(const Candidate& candidate, const CoreFeature& word) {
  return word.head && word.noun &&
         std::ranges::none_of(candidate.core, [&](const CoreFeature& next) {
           return next.head && next.noun && next.token == word.token + 1;
         });
}

EssentialWords MentionFinder::essentials(std::span<const int32_t> members) const {
  const bool named = std::ranges::any_of(
      members, [&](int32_t m) { return !candidates_[static_cast<size_t>(m)].name_key.empty(); });
  if (named) return {};  // a name is found as a name
  std::map<std::string, int> counts;
  std::map<std::string, int> heads;
  for (const int32_t member : members) {
    const Candidate& candidate = candidates_[static_cast<size_t>(member)];
    std::set<std::string> keys;
    const bool tells = std::ranges::any_of(candidate.core, [&](const CoreFeature& feature) {
      return heads_phrase(candidate, feature) && feature.share > kShared;
    });
    for (const CoreFeature& feature : candidate.core) {
      if (feature.kind != FeatureKind::Word) continue;
      const bool head =
          heads_phrase(candidate, feature) || (!tells && feature.noun && feature.share > kShared);
      if (head) ++heads[feature.key];
      if (head || feature.share >= kSlight) keys.insert(feature.key);
    }
    for (const std::string& key : keys) ++counts[key];
  }
  const double least = kShare * static_cast<double>(members.size());
  std::vector<EssentialWord> words;
  double sum = 0;
  bool has_head = false;
  for (const auto& [key, count] : counts) {
    if (count < least) continue;
    const auto head = heads.find(key);
    const bool heads_most = head != heads.end() && head->second >= least;
    words.push_back({meanings_.meaning({FeatureKind::Word, key, {}, false}), heads_most});
    has_head |= heads_most;
    sum += words.back().meaning.weight;
  }
  if (!has_head || (words.size() == 1 && sum < kAlone)) return {};
  if (words.size() == 1) words.front().meaning.groups = {};  // by itself it must be that word
  return {std::move(words), sum < kTogether};
}

void MentionFinder::add_hits(const Meaning& word, int32_t which, int32_t first, int32_t last,
                             std::vector<Hit>& hits) const {
  std::set<const std::string*> keys;
  const auto add_likes = [&](uint64_t key) {
    const auto found = likes_.find(key);
    if (key != 0 && found != likes_.end()) keys.insert(found->second.begin(), found->second.end());
  };
  add_likes(word.same);
  for (const int32_t row : word.groups) add_likes(static_cast<uint64_t>(row) + 1);
  for (const std::string* key : keys) {
    if (meanings_.nearness(word, known_.at(*key)) < kLike) continue;
    const std::vector<Place>& places = places_.at(*key);
    for (auto place = std::ranges::lower_bound(places, first, {}, &Place::candidate);
         place != places.end() && place->candidate < last; ++place) {
      const Candidate& candidate = candidates_[static_cast<size_t>(place->candidate)];
      hits.push_back(
          {candidate.document, candidate.sentence, place->token, place->candidate, which});
    }
  }
}

FoundMention MentionFinder::find(const EssentialWords& essentials, int32_t first,
                                 int32_t last) const {
  const std::vector<EssentialWord>& words = essentials.words;
  const int32_t window = essentials.common ? 2 * static_cast<int32_t>(words.size()) + 1 : kWindow;
  std::vector<Hit> hits;
  double all = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    add_hits(words[i].meaning, static_cast<int32_t>(i), first, last, hits);
    all += words[i].meaning.weight;
  }
  std::ranges::sort(hits);
  FoundMention best;
  double most = kCovered * all;
  for (size_t from = 0; from < hits.size(); ++from) {
    std::set<int32_t> found;
    double sum = 0;
    bool head = false;
    for (size_t to = from; to < hits.size(); ++to) {
      const Hit& hit = hits[to];
      const bool near = hit.document == hits[from].document &&
                        hit.sentence == hits[from].sentence &&
                        hit.token < hits[from].token + window;
      if (!near) break;
      const EssentialWord& word = words[static_cast<size_t>(hit.which)];
      head |= word.head;
      if (found.insert(hit.which).second) sum += word.meaning.weight;
      const bool clause = hit.candidate == hits[from].candidate;
      const bool most_of_them = clause && !essentials.common && found.size() > 1;
      const bool enough = head && (found.size() == words.size() || most_of_them);
      if (!enough || sum < most || (best.candidate >= 0 && sum == most)) continue;
      most = sum;
      best = {hits[from].candidate, {hits[from].token, hit.token + 1}};
    }
  }
  return best;
}

}  // namespace verbale
