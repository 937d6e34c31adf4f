// Where a stretch of a sentence is cut into clauses.
#pragma once

#include <vector>

#include "clauses/clauses.h"
#include "statements/tree.h"

namespace verbale {

struct ClauseCut {
  TokenRange tokens;
  ClauseStart start = ClauseStart::Unit;
};

// Which tokens stand inside a name, a mention, a framework or a quantity: no cut is made before
// them.
class NameInsides {
 public:
  explicit NameInsides(const Document& document);
  bool contains(int32_t token) const { return inside_[static_cast<size_t>(token)]; }

 private:
  void add(TokenRange range);
  std::vector<bool> inside_;
};

// The stretch cut down to the conjunct; in text order, trimmed of conjunctions and punctuation.
// Pieces without a content word go to the one before. `tree` is that of the sentence.
std::vector<ClauseCut> cut_stretch(const Document& document, const Tree& tree,
                                   const NameInsides& names, TokenRange stretch);

}  // namespace verbale
