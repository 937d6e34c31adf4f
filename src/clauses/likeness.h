// How far two clauses say the same.
//
// Informative words count more than those that every readout has ("cooperation", "relations");
// names, frameworks and numbers count most. Numbers and negation that disagree are told, never
// averaged away. The features that match are the evidence of the match.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "clauses/clauses.h"

namespace verbale {

// A feature as it is compared: what it counts, and whatever it can be matched by, as numbers.
struct Meaning {
  FeatureKind kind = FeatureKind::Word;
  double weight = 0;
  uint64_t same = 0;    // of kind and key
  uint64_t family = 0;  // of the word without its endings ("cooperate", "cooperation"); 0: none
  std::span<const int32_t> groups;  // rows of near words it stands in; the Meanings own them
};

// Words that say how something is meant or done and not what (knowledge/en/weak_words.tsv).
enum class WeakClass : uint8_t { None, Stance, Light, Manner, Frame };

// How much a feature tells: from counts of sentences over corpora of accounts (knowledge/en), and
// words that stand for one another (promote, boost, step up). Immutable once loaded; copies share
// what is loaded.
class Meanings {
 public:
  // `home`: the folder that holds knowledge/; as load_reader.
  static Result<Meanings> load(const std::string& home);

  Meaning meaning(const Feature& feature) const;
  // Bits: -log2 of the share of sentences that have the feature, within bounds.
  double weight(const Feature& feature) const;
  WeakClass weak_class(std::string_view lemma) const;
  // 1 for the same thing, less for words that mean nearly the same, 0 for different things.
  double nearness(const Meaning& left, const Meaning& right) const;
  double nearness(const Feature& left, const Feature& right) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

struct FeatureMatch {
  int32_t left = 0;  // index into the features of the left clause
  int32_t right = 0;
  double nearness = 0;
};

struct Likeness {
  double score = 0;         // 0 to 1: weight of what both have to the weight of both
  double left_covered = 0;  // 0 to 1: share of the left clause's weight that the right one has
  double right_covered = 0;
  double shared = 0;  // bits that both have
  std::vector<FeatureMatch> matches;
  bool numbers_differ =
      false;  // both count something, and no number of the one is one of the other
  bool negation_differs = false;
};

// The meanings of a clause's features, in their order: worked out once where many are compared.
struct ClauseMeaning {
  std::vector<Meaning> features;
  double weight = 0;  // of all of them
  bool negated = false;
};
ClauseMeaning meaning_of(const Clause& clause, const Meanings& meanings);

// Symmetric but for the sides' names. Bounded: product of the numbers of features.
Likeness likeness(const ClauseMeaning& left, const ClauseMeaning& right, const Meanings& meanings);
Likeness likeness(const Clause& left, const Clause& right, const Meanings& meanings);

}  // namespace verbale
