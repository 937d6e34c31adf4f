// Which claim of one reading is which of another: by place, never by likeness of words.
//
// Two claims of a layer are one where they share half of their joint characters, best first; else
// where they hang on the same anchor and share any: a content whose end moved far is the same
// claim. Ids outlive reading again by this rule (store/reread.h), and persons' decisions find their
// entries by it (decisions/).
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "record/decision.h"

namespace verbale {

struct PlacedClaim {
  CodeRange place;
  std::string_view id;  // says the same anchor where it is the same
  CodeRange cue;        // where both have one and these lie apart, they are two claims: a statement
                  // within another shares nearly all of its words
};

struct Pairing {
  double rank = 0;
  size_t old = 0;
  size_t fresh = 0;

  bool is_one_claim() const { return rank >= 0.5; }
};

// The share of the characters of both that both have.
double shared_part(CodeRange a, CodeRange b);

// 0: nothing shared.
double rank_of_pairing(double shared, bool same_anchor);

// All pairs that share a character: best first, then by order. Only claims that can overlap are
// compared.
std::vector<Pairing> pair_by_place(std::span<const PlacedClaim> old,
                                   std::span<const PlacedClaim> fresh);

}  // namespace verbale
