// The packs that likeness stands on, loaded into tables.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>

#include "clauses/likeness.h"
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
constexpr double kActor = 7;       // somebody who does not take part
constexpr double kWhoMeets = 1.5;  // those who meet: in nearly every sentence
constexpr double kWeak = 1.5;      // words that say how and not what
// How much a word's weight leans to that of all words near it: "boost" is rare, but what it says is
// not.
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

constexpr auto kWeakClasses =
    std::to_array<std::string_view>({"stance", "light", "manner", "frame"});

std::string read_number(std::string_view cell, double* value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), *value);
  const bool whole = error == std::errc() && end == cell.data() + cell.size();
  return whole ? std::string() : "no number '" + std::string(cell) + "'";
}

}  // namespace

struct Meanings::Tables {
  Table<double> bits;                  // of each counted word
  Table<std::vector<int32_t>> groups;  // rows of near words that a word stands in, rising
  std::vector<double> near;            // of each row
  std::vector<double> group_bits;      // of each row: what one of its words standing there tells
  Table<WeakClass> weak;

  Result<void> load_counts(const std::string& path);
  Result<void> load_near_words(const std::string& path);
  Result<void> load_weak_words(const std::string& path);
};

Result<void> Meanings::Tables::load_counts(const std::string& path) {
  double all = 0;
  return read_pack(path, {"word", "sentences"}, [&](const TsvRow& row) -> std::string {
    double number = 0;
    std::string wrong = read_number(row[1], &number);
    if (!wrong.empty()) return wrong;
    if (number < 1) return "a count is 1 or more";
    if (row[0] == "*") {
      all = number;
      return {};
    }
    if (all < number) return "the first row is \"*\", the number of all sentences";
    bits.emplace(row[0], std::clamp(std::log2(all / number), kLeast, kRarest));
    return {};
  });
}

// Needs the counts.
Result<void> Meanings::Tables::load_near_words(const std::string& path) {
  return read_pack(path, {"words", "near"}, [&](const TsvRow& row) -> std::string {
    double degree = 0;
    std::string wrong = read_number(row[1], &degree);
    if (!wrong.empty()) return wrong;
    if (degree <= 0 || degree > 1) return "`near` is above 0 and at most 1";
    const int32_t group = static_cast<int32_t>(near.size());
    double share = 0;
    for (const std::string_view word : split_cell(row[0])) {
      std::vector<int32_t>& rows = groups[std::string(word)];
      if (!rows.empty() && rows.back() == group)
        return "'" + std::string(word) + "' stands here twice";
      rows.push_back(group);
      const auto counted = bits.find(word);
      if (counted != bits.end()) share += std::exp2(-counted->second);
    }
    near.push_back(degree);
    group_bits.push_back(share > 0 ? std::clamp(-std::log2(share), kLeast, kRarest) : kRarest);
    return {};
  });
}

Result<void> Meanings::Tables::load_weak_words(const std::string& path) {
  return read_pack(path, {"word", "class"}, [&](const TsvRow& row) -> std::string {
    const auto kind = std::ranges::find(kWeakClasses, row[1]);
    if (kind == kWeakClasses.end()) return "no class '" + std::string(row[1]) + "'";
    const WeakClass value = static_cast<WeakClass>(kind - kWeakClasses.begin() + 1);
    const bool once = weak.emplace(row[0], value).second;
    return once ? std::string() : "'" + std::string(row[0]) + "' stands here twice";
  });
}

Result<Meanings> Meanings::load(const std::string& given) {
  const Result<std::string> home = given.empty() ? find_home() : given;
  if (!home) return std::unexpected(home.error());
  const std::shared_ptr<Tables> tables = std::make_shared<Tables>();
  const std::string folder = *home + "/knowledge/en/";
  Result<void> loaded = tables->load_counts(folder + "word_counts.tsv");
  if (loaded) loaded = tables->load_near_words(folder + "near_words.tsv");
  if (loaded) loaded = tables->load_weak_words(folder + "weak_words.tsv");
  if (!loaded) return std::unexpected(loaded.error());
  Meanings meanings;
  meanings.tables_ = tables;
  return meanings;
}

double Meanings::weight(const Feature& feature) const {
  if (feature.party) return kWhoMeets;
  switch (feature.kind) {
    case FeatureKind::Framework:
      return kFramework;
    case FeatureKind::Number:
      return kNumber;
    case FeatureKind::Date:
      return kDate;
    case FeatureKind::Actor:
      return kActor;
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
  if (feature.kind == FeatureKind::Actor) {
    // "joseph-r-biden-jr" and "biden": persons who share a name; states and parties have one word.
    std::string_view name = feature.key;
    for (const std::string_view suffix : {"-jr", "-sr", "-esq"}) {
      if (name.ends_with(suffix)) name.remove_suffix(suffix.size());
    }
    meaning.family = hash_of(name.substr(name.rfind('-') + 1), 23);
  }
  if (feature.kind != FeatureKind::Word) return meaning;
  const std::string family = word_family(feature.key);
  // What says how is no family of what says what: "importance", "import".
  const uint64_t seed = weak_class(feature.key) == WeakClass::None ? 17 : 19;
  meaning.family = family.empty() ? 0 : hash_of(family, seed);
  const auto found = tables_->groups.find(feature.key);
  if (found != tables_->groups.end()) meaning.groups = found->second;
  return meaning;
}

double Meanings::nearness(const Meaning& left, const Meaning& right) const {
  if (left.same == right.same) return 1;
  if (left.kind != right.kind) return 0;
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

}  // namespace verbale
