#include "clauses/likeness.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "base/utf8.h"
#include "clauses/stem.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

// Bits of what is not in the counts: more for what is said less often. Judged, not fitted.
constexpr double kRarest = 11;  // a word that the corpora do not have
constexpr double kLeast = 1.5;  // a word that is everywhere
constexpr double kFramework = 9;
constexpr double kNumber = 7;
constexpr double kDate = 7;
constexpr double kActor = 7;
constexpr double kWhoMeets = 1.5;  // those who meet: in nearly every sentence
constexpr double kWeak = 1.5;
constexpr double kByGroup = 0.3;
constexpr double kSameFamily = 0.9;

uint64_t hash_of(std::string_view text, uint64_t seed) {
  uint64_t hash = 1469598103934665603ULL ^ seed;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

struct Hash {
  using is_transparent = void;
  size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
template <class Value>
using Table = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

}  // namespace

constexpr auto kWeakClasses =
    std::to_array<std::string_view>({"stance", "light", "manner", "frame"});

struct Meanings::Tables {
  Table<double> bits;
  Table<std::vector<int32_t>> groups;
  std::vector<double> near;  // of each group
  std::vector<double> group_bits;
  Table<WeakClass> weak;
};

namespace {

std::string read_number(std::string_view cell, double* value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), *value);
  if (error != std::errc() || end != cell.data() + cell.size())
    return "no number '" + std::string(cell) + "'";
  return {};
}

}  // namespace

// What a match through a group tells: as much as one of its words standing there at all.
template <class Tables>
void weigh_groups(Tables& tables) {
  std::vector<double> share(tables.near.size(), 0);
  for (const auto& [word, groups] : tables.groups) {
    const auto found = tables.bits.find(word);
    if (found == tables.bits.end()) continue;
    for (const int32_t group : groups)
      share[static_cast<size_t>(group)] += std::exp2(-found->second);
  }
  for (const double sum : share) {
    tables.group_bits.push_back(std::clamp(sum > 0 ? -std::log2(sum) : kRarest, kLeast, kRarest));
  }
}

Result<Meanings> Meanings::load(const std::string& given) {
  const Result<std::string> home = given.empty() ? find_home() : given;
  if (!home) return std::unexpected(home.error());
  const std::shared_ptr<Tables> tables = std::make_shared<Tables>();
  double all = 0;
  const Result<void> counts = read_pack(
      *home + "/knowledge/en/word_counts.tsv", {"word", "sentences"}, [&](const TsvRow& row) {
        double number = 0;
        std::string wrong = read_number(row[1], &number);
        if (!wrong.empty() || number < 1)
          return wrong.empty() ? std::string("a count is 1 or more") : wrong;
        if (row[0] == "*")
          all = number;
        else if (all < number)
          return std::string("the first row is \"*\", the number of all sentences");
        else
          tables->bits.emplace(row[0], std::clamp(std::log2(all / number), kLeast, kRarest));
        return std::string();
      });
  if (!counts) return std::unexpected(counts.error());
  const Result<void> near =
      read_pack(*home + "/knowledge/en/near_words.tsv", {"words", "near"}, [&](const TsvRow& row) {
        double degree = 0;
        std::string wrong = read_number(row[1], &degree);
        if (!wrong.empty()) return wrong;
        if (degree <= 0 || degree > 1) return std::string("`near` is above 0 and at most 1");
        const int32_t group = static_cast<int32_t>(tables->near.size());
        tables->near.push_back(degree);
        for (const std::string_view word : split_cell(row[0])) {
          std::vector<int32_t>& groups = tables->groups[std::string(word)];
          if (groups.empty() || groups.back() != group) groups.push_back(group);
        }
        return std::string();
      });
  if (!near) return std::unexpected(near.error());
  const Result<void> weak =
      read_pack(*home + "/knowledge/en/weak_words.tsv", {"word", "class"}, [&](const TsvRow& row) {
        const auto kind = std::ranges::find(kWeakClasses, row[1]);
        if (kind == kWeakClasses.end()) return "no class '" + std::string(row[1]) + "'";
        const bool once =
            tables->weak.emplace(row[0], static_cast<WeakClass>(kind - kWeakClasses.begin() + 1))
                .second;
        return once ? std::string() : "'" + std::string(row[0]) + "' stands here twice";
      });
  if (!weak) return std::unexpected(weak.error());
  weigh_groups(*tables);
  Meanings meanings;
  meanings.tables_ = tables;
  return meanings;
}

double Meanings::weight(const Feature& feature) const {
  switch (feature.kind) {
    case FeatureKind::Framework:
      return kFramework;
    case FeatureKind::Number:
      return kNumber;
    case FeatureKind::Date:
      return kDate;
    case FeatureKind::Actor:
      return feature.party ? kWhoMeets : kActor;
    case FeatureKind::Word:
      break;
  }
  if (weak_class(feature.key) != WeakClass::None) return kWeak;
  const auto found = tables_->bits.find(feature.key);
  const double own = found == tables_->bits.end() ? kRarest : found->second;
  const auto groups = tables_->groups.find(feature.key);
  if (groups == tables_->groups.end()) return own;
  double least = own;
  for (const int32_t group : groups->second) {
    least = std::min(least, tables_->group_bits[static_cast<size_t>(group)]);
  }
  return own + kByGroup * (least - own);
}

WeakClass Meanings::weak_class(std::string_view lemma) const {
  const auto found = tables_->weak.find(lemma);
  return found == tables_->weak.end() ? WeakClass::None : found->second;
}

Meaning Meanings::meaning(const Feature& feature) const {
  Meaning meaning;
  meaning.kind = feature.kind;
  meaning.weight = weight(feature);
  meaning.same = hash_of(feature.key, static_cast<uint64_t>(feature.kind) + 1);
  if (feature.kind != FeatureKind::Word) return meaning;
  const std::string family = word_family(feature.key);
  meaning.family = family.empty() ? 0 : hash_of(family, 17);
  const auto found = tables_->groups.find(feature.key);
  if (found != tables_->groups.end()) meaning.groups = found->second;
  return meaning;
}

double Meanings::nearness(const Meaning& left, const Meaning& right) const {
  if (left.same == right.same) return 1;
  if (left.kind != FeatureKind::Word || right.kind != FeatureKind::Word) return 0;
  double best = left.family != 0 && left.family == right.family ? kSameFamily : 0;
  size_t i = 0;
  size_t j = 0;
  while (i < left.groups.size() && j < right.groups.size()) {
    if (left.groups[i] < right.groups[j])
      ++i;
    else if (right.groups[j] < left.groups[i])
      ++j;
    else {
      best = std::max(best, tables_->near[static_cast<size_t>(left.groups[i])]);
      ++i, ++j;
    }
  }
  return best;
}

double Meanings::nearness(const Feature& left, const Feature& right) const {
  return nearness(meaning(left), meaning(right));
}

ClauseMeaning meaning_of(const Clause& clause, const Meanings& meanings) {
  ClauseMeaning meaning;
  meaning.negated = clause.negated;
  meaning.features.reserve(clause.features.size());
  for (const Feature& feature : clause.features) {
    meaning.features.push_back(meanings.meaning(feature));
    meaning.weight += meaning.features.back().weight;
  }
  return meaning;
}

namespace {

bool numbers_differ(const ClauseMeaning& left, const ClauseMeaning& right) {
  const auto counts = [](const Meaning& m) { return m.kind == FeatureKind::Number; };
  if (std::ranges::none_of(left.features, counts) || std::ranges::none_of(right.features, counts))
    return false;
  return std::ranges::none_of(left.features, [&](const Meaning& l) {
    return counts(l) &&
           std::ranges::any_of(right.features, [&](const Meaning& r) { return r.same == l.same; });
  });
}

}  // namespace

// Each feature is matched once: the nearest pairs first, of equal ones those in text order.
Likeness likeness(const ClauseMeaning& left, const ClauseMeaning& right, const Meanings& meanings) {
  std::vector<FeatureMatch> candidates;
  for (size_t i = 0; i < left.features.size(); ++i) {
    for (size_t j = 0; j < right.features.size(); ++j) {
      const double near = meanings.nearness(left.features[i], right.features[j]);
      if (near > 0) candidates.push_back({static_cast<int32_t>(i), static_cast<int32_t>(j), near});
    }
  }
  std::ranges::stable_sort(candidates, [](const FeatureMatch& a, const FeatureMatch& b) {
    return a.nearness > b.nearness;
  });
  Likeness result;
  std::vector<bool> left_taken(left.features.size());
  std::vector<bool> right_taken(right.features.size());
  double left_sum = 0;
  double right_sum = 0;
  for (const FeatureMatch& match : candidates) {
    const size_t i = static_cast<size_t>(match.left);
    const size_t j = static_cast<size_t>(match.right);
    if (left_taken[i] || right_taken[j]) continue;
    left_taken[i] = right_taken[j] = true;
    left_sum += match.nearness * left.features[i].weight;
    right_sum += match.nearness * right.features[j].weight;
    result.matches.push_back(match);
  }
  result.left_covered = left.weight > 0 ? left_sum / left.weight : 0;
  result.right_covered = right.weight > 0 ? right_sum / right.weight : 0;
  result.shared = (left_sum + right_sum) / 2;
  const double both = left.weight + right.weight;
  result.score = both > 0 ? (left_sum + right_sum) / both : 0;
  result.numbers_differ = numbers_differ(left, right);
  result.negation_differs = left.negated != right.negated;
  return result;
}

Likeness likeness(const Clause& left, const Clause& right, const Meanings& meanings) {
  return likeness(meaning_of(left, meanings), meaning_of(right, meanings), meanings);
}

}  // namespace verbale
