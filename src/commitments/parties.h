// Who is bound by an undertaking, and who is asked.
#pragma once

#include "acts/sides.h"
#include "commitments/undertakings.h"

namespace verbale {

struct Parties {
  CommitmentKind kind = CommitmentKind::Pledged;
  std::vector<int32_t> by;
  std::vector<int32_t> of;
};

class PartyFinder {
 public:
  PartyFinder(const Document& document, const Knowledge& knowledge, const WordsAt& words, const Sides& sides)
      : document_(document), knowledge_(knowledge), words_(words), sides_(sides) {}

  Parties find(const Statement& statement, const Undertaking& undertaking) const;

 private:
  std::vector<int32_t> asked(const Statement& statement, const Undertaking& undertaking) const;
  std::vector<int32_t> everybody(const std::vector<int32_t>& speakers) const;
  std::vector<int32_t> others(const std::vector<int32_t>& speakers) const;
  std::vector<int32_t> named_by_adjective(const Undertaking& undertaking) const;
  std::vector<int32_t> adjectives_in(TokenRange tokens) const;
  bool only_other_can(const Undertaking& undertaking) const;
  bool addresses_somebody(const Statement& statement) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
  const Sides& sides_;
};

}  // namespace verbale
