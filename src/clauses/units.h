// Which characters of a document tell something, and to which statement, topic or sentence they
// belong.
#pragma once

#include <vector>

#include "clauses/clauses.h"

namespace verbale {

// A unit before it is cut: stretches of tokens within sentences, apart from each other, in text
// order.
struct UnitStretches {
  Unit unit;
  std::vector<TokenRange> stretches;
};

// In text order. No token is in two units; a statement within another's content is a unit of its
// own.
std::vector<UnitStretches> find_units(const Document& document);

}  // namespace verbale
