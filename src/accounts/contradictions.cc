// Where an account contradicts itself.
#include <algorithm>

#include "accounts/details.h"

namespace verbale {
namespace {

// Clauses of one account that say the same but for a negation or a number.
class ContradictionFinder {
 public:
  ContradictionFinder(const ClauseField& field, const ClauseGroup& group)
      : field_(field), group_(group) {}

  std::vector<Difference> find() {
    for (size_t x = 0; x < group_.clauses.size(); ++x) {
      for (size_t y = x + 1; y < std::min(group_.clauses.size(), x + kReach); ++y) {
        compare(group_.clauses[x], group_.clauses[y]);
      }
    }
    return std::move(differences_);
  }

 private:
  static constexpr size_t kReach =
      16;  // the groups of one account are small; those that are not are lists
  static constexpr double kAlike = 0.6;

  void compare(int32_t i, int32_t j) {
    const Likeness like = field_.like(i, j);
    if (like.score < kAlike) return;
    if (like.negation_differs) add(DifferenceKind::Negation, i, j, &ContradictionFinder::polarity);
    if (like.numbers_differ) add(DifferenceKind::Numbers, i, j, &ContradictionFinder::counts);
  }

  void add(DifferenceKind kind, int32_t i, int32_t j,
           Version (ContradictionFinder::*tell)(int32_t) const) {
    differences_.push_back({kind, {(this->*tell)(i), (this->*tell)(j)}});
  }

  Version polarity(int32_t i) const {
    const Clause& clause = field_.clause(i);
    return {field_.ref(i).account, clause.negated ? "not" : "", {clause.span}};
  }

  Version counts(int32_t i) const {
    Version version{field_.ref(i).account, {}, {}};
    for (const Feature& feature : field_.clause(i).features) {
      if (feature.kind != FeatureKind::Number) continue;
      version.value += (version.value.empty() ? "" : ", ") + feature.key;
      version.words.push_back(field_.document(version.account).span_of(feature.tokens));
    }
    return version;
  }

  const ClauseField& field_;
  const ClauseGroup& group_;
  std::vector<Difference> differences_;
};

}  // namespace

std::vector<Difference> contradictions_of(const ClauseField& field, const ClauseGroup& group) {
  return ContradictionFinder(field, group).find();
}

}  // namespace verbale
