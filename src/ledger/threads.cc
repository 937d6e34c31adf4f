#include "ledger/threads.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace verbale {
namespace {

constexpr double kJoins = 0.46;     // two groups, on the whole
constexpr double kProposes = 0.46;  // two candidates, to be looked at
constexpr double kAttaches = 0.6;   // what opens no thread, to one that is there
constexpr double kEverywhere = 3;   // bits that even the words of every account have
constexpr double kLeast = 0.25;     // bits: even the most common word tells something
constexpr double kWhose = 8;        // bits of whose it is and of which one, before the share
constexpr double kCovers = 0.4;  // of each core, what the other should have: less counts for less
constexpr double kLeastCore = 1.5;    // bits
constexpr double kTells = 0.5;        // bits of a word by which two things can be one
constexpr double kLikeWord = 0.6;     // nearness of a word of a name rendered in two ways
constexpr double kSameKind = 0.8;     // nearness of two nouns for one kind of thing
constexpr double kIsNamed = 0.55;     // likeness of what bears a name and what bears none
constexpr double kIsProper = 0.6;     // where the name is that of a treaty or a policy
constexpr double kOtherKind = 0.5;    // times nearness: a noun and an adjective of one family
constexpr double kSameWord = 0.9;     // nearness
constexpr double kMore = 2;           // times the weight of its like
constexpr double kAnchors = 6;        // bits from which what is built is a thing by itself
constexpr double kAnchor = 1.6;       // times its bits
constexpr size_t kSample = 12;        // members of a group that are looked at
constexpr size_t kCommonPlace = 400;  // candidates that share a word before it proposes nobody

// Names of these kinds are what they are: what bears no name is one of them only if it is in the
// same words ("code of conduct").
bool is_proper(const Candidate& candidate) {
  return candidate.kind == ThreadKind::Name || candidate.kind == ThreadKind::Instrument;
}

std::vector<int32_t> sample_of(const std::vector<int32_t>& members) {
  if (members.size() <= kSample) return members;
  std::vector<int32_t> sample;
  for (size_t i = 0; i < kSample; ++i)
    sample.push_back(members[i * (members.size() - 1) / (kSample - 1)]);
  return sample;
}

struct Pair {
  double likeness = 0;
  int32_t left = 0;
  int32_t right = 0;
};

class Grouper {
 public:
  Grouper(std::span<const Candidate> candidates, const CoreLikeness& likeness)
      : candidates_(candidates),
        likeness_(likeness),
        group_(candidates.size()),
        members_(candidates.size()) {
    for (size_t i = 0; i < candidates.size(); ++i) {
      group_[i] = static_cast<int32_t>(i);
      members_[i] = {static_cast<int32_t>(i)};
    }
  }

  std::vector<std::vector<int32_t>> run() {
    join_names();
    join_likes();
    attach_rest();
    return threads();
  }

 private:
  void join(int32_t into, int32_t from) {
    std::vector<int32_t>& members = members_[static_cast<size_t>(into)];
    std::vector<int32_t>& others = members_[static_cast<size_t>(from)];
    for (const int32_t other : others) group_[static_cast<size_t>(other)] = into;
    members.insert(members.end(), others.begin(), others.end());
    std::ranges::sort(members);
    others.clear();
  }

  void join_names() {
    std::map<std::string, int32_t> first;
    for (size_t i = 0; i < candidates_.size(); ++i) {
      const std::string& key = candidates_[i].name_key;
      if (key.empty()) continue;
      const auto [place, fresh] = first.emplace(key, static_cast<int32_t>(i));
      if (!fresh) join(place->second, static_cast<int32_t>(i));
    }
    for (auto one = first.begin(); one != first.end(); ++one) {
      for (auto other = std::next(one); other != first.end(); ++other) {
        if (!likeness_.is_one_event(one->second, other->second)) continue;
        const int32_t left = group_[static_cast<size_t>(one->second)];
        const int32_t right = group_[static_cast<size_t>(other->second)];
        if (left != right) join(std::min(left, right), std::max(left, right));
      }
    }
  }

  // Mean likeness of the pairs of two groups; -1 where one of them is vetoed.
  double verified(const std::vector<int32_t>& left, const std::vector<int32_t>& right) const {
    double sum = 0;
    const std::vector<int32_t> lefts = sample_of(left);
    const std::vector<int32_t> rights = sample_of(right);
    for (const int32_t l : lefts) {
      for (const int32_t r : rights) {
        if (likeness_.vetoed(l, r)) return -1;
        const double likeness = likeness_.between(l, r);
        const bool built = likeness > 0 && likeness_.shares_anchor(l, r);
        sum += built ? std::max(likeness, kJoins) : likeness;
      }
    }
    return sum / static_cast<double>(lefts.size() * rights.size());
  }

  std::vector<Pair> pairs(bool opening) const {
    std::vector<Pair> pairs;
    for (size_t i = 0; i < candidates_.size(); ++i) {
      if (candidates_[i].opens != opening) continue;
      for (const int32_t other : likeness_.neighbours(static_cast<int32_t>(i))) {
        const int32_t left = static_cast<int32_t>(i);
        if (!candidates_[static_cast<size_t>(other)].opens || (opening && other <= left)) continue;
        const double likeness = likeness_.between(left, other);
        if (likeness >= kProposes && !likeness_.vetoed(left, other))
          pairs.push_back({likeness, left, other});
      }
    }
    std::ranges::sort(pairs, [](const Pair& a, const Pair& b) {
      return std::tuple(-a.likeness, a.left, a.right) < std::tuple(-b.likeness, b.left, b.right);
    });
    return pairs;
  }

  void join_likes() {
    for (const Pair& pair : pairs(true)) {
      const int32_t left = group_[static_cast<size_t>(pair.left)];
      const int32_t right = group_[static_cast<size_t>(pair.right)];
      if (left == right) continue;
      const double likeness =
          verified(members_[static_cast<size_t>(left)], members_[static_cast<size_t>(right)]);
      if (likeness >= kJoins) join(std::min(left, right), std::max(left, right));
    }
  }

  void attach_rest() {
    for (const Pair& pair : pairs(false)) {
      const int32_t own = group_[static_cast<size_t>(pair.left)];
      if (own != pair.left || members_[static_cast<size_t>(own)].size() != 1) continue;
      const int32_t other = group_[static_cast<size_t>(pair.right)];
      const std::vector<int32_t>& members = members_[static_cast<size_t>(other)];
      if (own != other && verified({pair.left}, members) >= kAttaches) join(other, own);
    }
  }

  std::vector<std::vector<int32_t>> threads() const {
    std::vector<std::vector<int32_t>> threads;
    for (const std::vector<int32_t>& members : members_) {
      const bool opened = std::ranges::any_of(
          members, [&](int32_t m) { return candidates_[static_cast<size_t>(m)].opens; });
      if (opened) threads.push_back(members);
    }
    std::ranges::sort(threads);
    return threads;
  }

  std::span<const Candidate> candidates_;
  const CoreLikeness& likeness_;
  std::vector<int32_t> group_;  // of each candidate: a member whose list holds the group
  std::vector<std::vector<int32_t>> members_;
};

}  // namespace

CoreLikeness::CoreLikeness(std::span<const Candidate> candidates, const Meanings& meanings)
    : candidates_(candidates),
      meanings_(meanings),
      parts_(candidates.size()),
      totals_(candidates.size(), 0) {
  learn_words(meanings);
}

void CoreLikeness::learn_words(const Meanings& meanings) {
  std::map<std::pair<FeatureKind, std::string>, int32_t> known;
  for (const Candidate& candidate : candidates_) {
    for (const CoreFeature& feature : candidate.core)
      known.emplace(std::pair(feature.kind, feature.key), 0);
  }
  std::vector<Feature> words;
  std::vector<double> weights;
  for (auto& [word, index] : known) {
    index = static_cast<int32_t>(words.size());
    words.push_back({word.first, word.second, {}});
    const bool whose = word.first == FeatureKind::Actor || word.first == FeatureKind::Number;
    weights.push_back(whose ? kWhose
                            : std::max(kLeast, meanings.weight(words.back()) - kEverywhere));
  }
  find_near_words(words, meanings);
  places_.resize(words.size());
  for (size_t i = 0; i < candidates_.size(); ++i) {
    std::vector<Part>& parts = parts_[i];
    for (const CoreFeature& feature : candidates_[i].core) {
      const int32_t word = known.at({feature.kind, feature.key});
      const auto twice = std::ranges::find(parts, word, &Part::word);
      if (twice != parts.end()) continue;
      const double weight = weights[static_cast<size_t>(word)] * feature.share;
      const bool anchor = feature.anchor && weight >= kAnchors;
      parts.push_back(
          {word, anchor ? kAnchor * weight : weight, feature.head, feature.noun, anchor,
           feature.named});
      places_[static_cast<size_t>(word)].push_back(static_cast<int32_t>(i));
      totals_[i] += parts.back().weight;
    }
    std::ranges::sort(parts, [](const Part& a, const Part& b) {
      return std::tuple(-a.weight, a.word) < std::tuple(-b.weight, b.word);
    });
  }
}

// Words are near only where they are of one family or stand in one row of near words: those are
// looked up, not every pair.
void CoreLikeness::find_near_words(const std::vector<Feature>& words, const Meanings& meanings) {
  std::vector<Meaning> known;
  std::map<uint64_t, std::vector<int32_t>> families;
  std::map<int32_t, std::vector<int32_t>> rows;
  for (size_t i = 0; i < words.size(); ++i) {
    const int32_t word = static_cast<int32_t>(i);
    known.push_back(meanings.meaning(words[i]));
    if (known[i].family != 0) families[known[i].family].push_back(word);
    for (const int32_t row : known[i].groups) rows[row].push_back(word);
  }
  near_.resize(words.size());
  for (size_t i = 0; i < known.size(); ++i) {
    std::set<int32_t> others;
    if (known[i].family != 0)
      others.insert(families[known[i].family].begin(), families[known[i].family].end());
    for (const int32_t row : known[i].groups) others.insert(rows[row].begin(), rows[row].end());
    others.insert(static_cast<int32_t>(i));
    for (const int32_t other : others) {
      const size_t k = static_cast<size_t>(other);
      const double nearness = i == k ? 1 : meanings.nearness(known[i], known[k]);
      if (nearness > 0) near_[i].push_back({other, nearness});
    }
  }
}

double CoreLikeness::nearness(int32_t left, int32_t right) const {
  const std::vector<Near>& near = near_[static_cast<size_t>(left)];
  const auto found = std::ranges::lower_bound(near, right, {}, &Near::word);
  return found != near.end() && found->word == right ? found->nearness : 0;
}

// Weight of the left core that the right one has; a word counts no more than what stands for it
// there. `same_thing`: a noun of both heads is among it, or the same thing that is built.
double CoreLikeness::covered(const std::vector<Part>& left, const std::vector<Part>& right,
                             bool* same_thing) const {
  double sum = 0;
  for (const Part& l : left) {
    double best = 0;
    for (const Part& r : right) {
      double near = nearness(l.word, r.word);
      if (l.noun != r.noun && near < 1) near *= kOtherKind;
      best = std::max(best, near * std::min(l.weight, kMore * r.weight));
      const bool nouns = (l.noun && r.noun) || (near >= kSameWord && (l.noun || r.noun));
      const bool things = l.head && r.head && nouns;
      const bool anchors = l.anchor && r.anchor && near >= kSameWord;
      if (near >= kSameKind && (things || anchors) && l.weight >= kTells && r.weight >= kTells)
        *same_thing = true;
    }
    sum += best;
  }
  return sum;
}

double CoreLikeness::between(int32_t left, int32_t right) const {
  const std::vector<Part>& lefts = parts_[static_cast<size_t>(left)];
  const std::vector<Part>& rights = parts_[static_cast<size_t>(right)];
  if (weight(left) < kLeastCore || weight(right) < kLeastCore) return 0;
  bool same_thing = false;
  const double left_covered = covered(lefts, rights, &same_thing);
  const double right_covered = covered(rights, lefts, &same_thing);
  if (!same_thing) return 0;
  const double smaller = std::min(left_covered / weight(left), right_covered / weight(right));
  const double both = (left_covered + right_covered) / (weight(left) + weight(right));
  return both * std::min(1.0, smaller / kCovers);
}

// Two names of an event may be two renderings of one ("humanistic", "people-to-people exchange
// year"): each word of the one has its like in the other. Those that packs have are known apart.
bool CoreLikeness::is_one_event(int32_t left, int32_t right) const {
  const Candidate& l = candidates_[static_cast<size_t>(left)];
  const Candidate& r = candidates_[static_cast<size_t>(right)];
  if (!l.event || !r.event || l.known_name || r.known_name) return false;
  const std::vector<Meaning> lefts = words_of_name(l.name_key);
  const std::vector<Meaning> rights = words_of_name(r.name_key);
  const auto has_all = [&](const std::vector<Meaning>& some, const std::vector<Meaning>& others) {
    return std::ranges::all_of(some, [&](const Meaning& word) {
      return std::ranges::any_of(others, [&](const Meaning& other) {
        return meanings_.nearness(word, other) >= kLikeWord;
      });
    });
  };
  return !lefts.empty() && !rights.empty() && has_all(lefts, rights) && has_all(rights, lefts);
}

std::vector<Meaning> CoreLikeness::words_of_name(std::string_view key) const {
  std::vector<Meaning> words;
  for (size_t at = 0; at < key.size();) {
    const size_t end = std::min(key.find(' ', at), key.size());
    words.push_back(
        meanings_.meaning({FeatureKind::Word, std::string(key.substr(at, end - at)), {}, false}));
    at = end + 1;
  }
  return words;
}

// What bears a name and what bears none: one in kind at least ("workshop", "seminar").
bool CoreLikeness::shares_noun(int32_t left, int32_t right) const {
  for (const Part& l : parts_[static_cast<size_t>(left)]) {
    for (const Part& r : parts_[static_cast<size_t>(right)]) {
      if (l.head && r.head && l.noun && r.noun && nearness(l.word, r.word) >= kSameKind)
        return true;
    }
  }
  return false;
}

// Has the other all that its name tells? "development goals" are not the "two centenary goals".
bool CoreLikeness::covers_name(int32_t named, int32_t other) const {
  const auto has = [&](const Part& word) {
    return std::ranges::any_of(parts_[static_cast<size_t>(other)], [&](const Part& one) {
      return nearness(word.word, one.word) >= kLikeWord;
    });
  };
  return std::ranges::all_of(parts_[static_cast<size_t>(named)], [&](const Part& word) {
    return !word.named || word.weight < kTells || has(word);
  });
}

// The same kind of thing that is built, at the head of both: one railway of several, told of with
// its name or without.
bool CoreLikeness::shares_anchor(int32_t left, int32_t right) const {
  for (const Part& l : parts_[static_cast<size_t>(left)]) {
    for (const Part& r : parts_[static_cast<size_t>(right)]) {
      const bool heads = l.anchor && r.anchor && l.head && r.head;
      if (heads && nearness(l.word, r.word) >= kSameWord) return true;
    }
  }
  return false;
}

bool CoreLikeness::may_bear_name(int32_t named, int32_t other) const {
  const Candidate& bearer = candidates_[static_cast<size_t>(named)];
  if (bearer.kind == ThreadKind::Project && shares_anchor(named, other)) return true;
  const double needed = is_proper(bearer) ? kIsProper : kIsNamed;
  return shares_noun(named, other) && covers_name(named, other) &&
         between(named, other) >= needed;
}

bool CoreLikeness::vetoed(int32_t left, int32_t right) const {
  const Candidate& l = candidates_[static_cast<size_t>(left)];
  const Candidate& r = candidates_[static_cast<size_t>(right)];
  if (!l.name_key.empty() && l.name_key == r.name_key) return false;
  if (!l.name_key.empty() && !r.name_key.empty()) return !is_one_event(left, right);
  if (!l.name_key.empty() && !may_bear_name(left, right)) return true;
  if (!r.name_key.empty() && !may_bear_name(right, left)) return true;
  if (l.single && r.single && l.meeting != r.meeting) return true;  // each its own document
  const bool directed =
      !l.agent.empty() && !l.target.empty() && !r.agent.empty() && !r.target.empty();
  return directed && l.agent == r.target && l.target == r.agent;
}

std::vector<int32_t> CoreLikeness::neighbours(int32_t candidate) const {
  std::vector<int32_t> found;
  for (const Part& part : parts_[static_cast<size_t>(candidate)]) {
    for (const Near& near : near_[static_cast<size_t>(part.word)]) {
      const std::vector<int32_t>& places = places_[static_cast<size_t>(near.word)];
      if (places.size() > kCommonPlace && !found.empty()) continue;
      found.insert(
          found.end(), places.begin(),
          places.begin() + static_cast<int64_t>(std::min(places.size(), 4 * kCommonPlace)));
    }
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::erase(found, candidate);
  return found;
}

std::vector<std::vector<int32_t>> group_candidates(std::span<const Candidate> candidates,
                                                   const CoreLikeness& likeness) {
  return Grouper(candidates, likeness).run();
}

}  // namespace verbale
