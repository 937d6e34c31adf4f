// Two reviewers' decisions compared: on which entries do they agree, by more than chance, and where
// do they differ?
//
// An item is an entry that both have judged. Its label is the category that a reviewer leaves it in
// (a statement's act, a commitment's kind, ...), or "none" where he says that it is no entry. Where
// both keep it with other boundaries, one unit of text is not the other: the item counts as two
// that one reviewer alone has. Strictly that is where any boundary differs; tolerantly where they
// share less than half of their joint characters. Adjudications are nobody's own view and do not
// count.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "agreement/coefficients.h"
#include "record/decision.h"

namespace verbale {

struct FieldDifference {
  std::string_view field;
  std::string a;  // JSON
  std::string b;
};

// An entry on which they differ.
struct ReviewDifference {
  Decision a;  // the last that counts
  Decision b;
  std::vector<FieldDifference> fields;  // none: one says that it is no entry
  std::string settled;                  // id of the adjudication; empty: none yet
};

struct FieldAgreement {
  std::string_view field;
  Coefficients exact;  // of the entries that both keep
};

struct LayerAgreement {
  Layer layer = Layer::Statement;
  size_t judged = 0;  // by both
  Coefficients strict;
  Coefficients tolerant;
  std::vector<FieldAgreement> fields;
};

struct Agreement {
  std::string a;
  std::string b;
  size_t judged = 0;  // by both
  size_t only_a = 0;
  size_t only_b = 0;
  Coefficients strict;
  Coefficients tolerant;
  std::vector<LayerAgreement> layers;         // those with items
  std::vector<ReviewDifference> differences;  // by text and place
};

// `decisions` of all texts, in the order in which they were made.
Agreement compare_reviewers(std::span<const Decision> decisions, std::string_view a,
                            std::string_view b);

}  // namespace verbale
