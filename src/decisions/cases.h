// Entries that persons decided about, and what their decisions come to.
//
// Decisions on one entry make a case. An adjudication settles it, whatever else is said before or
// after. Else decisions take effect in their order, of whomever they are: a correction sets its
// fields, an acceptance all of them as they stood, a rejection takes the entry out. What is
// withdrawn has no effect.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "record/decision.h"

namespace verbale {

struct ReviewCase {
  Layer layer = Layer::Statement;
  ClaimId claim;
  CodeRange place;  // where the reader found the entry when it was first decided about
  CodeRange cue;    // of a statement
  std::vector<int32_t>
      decisions;  // into ReviewedText::decisions, in their order; also withdrawn ones
};

struct Ruling {
  bool rejected = false;
  bool kept = false;  // a person says that it is an entry: put in again where no reader finds it
  Correction fields;  // what it must say; laid over what the reader finds
  Correction whole;   // all its fields, to make it anew
  int32_t decisive = -1;  // the decision that settles it; -1: none stands
  bool disputed = false;  // reviewers disagree, and nobody has adjudicated
};

// What one decision alone says of its entry: whether it is one, and all of its fields.
struct ReviewerView {
  bool rejected = false;
  Correction fields;
};
ReviewerView view_of(const Decision& decision);

// The decisions about one text, by entry. Refers to the ReviewedText, which must outlive it.
class CaseBook {
 public:
  explicit CaseBook(const ReviewedText& review);

  // In the order of their first decisions.
  const std::vector<ReviewCase>& cases(Layer layer) const {
    return cases_[static_cast<size_t>(layer)];
  }
  Ruling rule_on(const ReviewCase& decided) const;
  // The decisions that count for the entry, without comments: its own that stand, and those that
  // nothing is there.
  std::vector<int32_t> standing(const ReviewCase& decided) const;

  // Is at least half of `place` within characters of which somebody says that nothing is there? An
  // entry that only reaches into them is kept: what is nothing may stand within what is said.
  bool kept_out(CodeRange place) const;

  const Decision& decision(int32_t index) const {
    return review_.decisions[static_cast<size_t>(index)];
  }
  // The actor that a decision of the case calls `id`, null if none names it.
  const NamedActor* named_actor(const ReviewCase& decided, std::string_view id) const;

 private:
  bool reviewers_disagree(const std::vector<int32_t>& all) const;

  const ReviewedText& review_;
  std::array<std::vector<ReviewCase>, kLayers> cases_;
  std::vector<int32_t> nothing_here_;  // those that stand, in their order
};

}  // namespace verbale
