// How far two clauses say the same.
//
// Informative words count more than those that every readout has ("cooperation", "relations"); names,
// frameworks and numbers count most. Numbers and negation that disagree are told, never averaged
// away. The features that match are the evidence of the match.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/error.h"
#include "clauses/clauses.h"

namespace verbale {

// How much a feature tells: from counts of documents over corpora of readouts (knowledge/en), and words that
// stand for one another (promote, boost, step up). Immutable once loaded.
class Meanings {
 public:
  // `home`: the folder that holds knowledge/; as load_reader.
  static Result<Meanings> load(const std::string& home);

  // Bits: -log2 of the share of documents that have the feature; 0 for what every text has.
  double weight(const Feature& feature) const;
  // 1 for the same thing, less for words that mean nearly the same, 0 for different things.
  double nearness(const Feature& left, const Feature& right) const;

 private:
  struct Tables;
  std::shared_ptr<const Tables> tables_;
};

struct FeatureMatch {
  int32_t left = 0;   // index into the features of the left clause
  int32_t right = 0;
  double nearness = 0;
};

struct Likeness {
  double score = 0;          // 0 to 1: weight of what both have to the weight of both
  double left_covered = 0;   // 0 to 1: share of the left clause's weight that the right one has
  double right_covered = 0;
  std::vector<FeatureMatch> matches;
  bool numbers_differ = false;
  bool negation_differs = false;
};

// Symmetric but for the sides' names. Bounded: product of the numbers of features.
Likeness likeness(const Clause& left, const Clause& right, const Meanings& meanings);

}  // namespace verbale
