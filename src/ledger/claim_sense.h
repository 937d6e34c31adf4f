// What a clause does for the ledger: whether it undertakes something, how far that has come, and
// whether it says more than good will.
#pragma once

#include <string>
#include <vector>

#include "acts/words_at.h"
#include "clauses/clauses.h"
#include "ledger/core.h"
#include "ledger/ledger.h"

namespace verbale {

class ClaimSense {
 public:
  ClaimSense(const Document& document, const WordsAt& words, const ClausedDocument& claused,
             const LedgerTools& tools)
      : document_(document), words_(words), claused_(claused), tools_(tools) {}

  // The undertaking that the clause says, or says a part of; null: none. `echo`: in a place where
  // it is told again.
  const Commitment* commitment_of(const Clause& clause, bool* echo) const;

  EntryStage stage_of(const Clause& clause, const Unit& unit, const Commitment* commitment) const;

  // May a thread begin with it?
  bool opens(const Clause& clause, const Unit& unit, const Commitment* commitment) const;

  // Peace, friendship, happiness alone: nothing to follow up.
  bool is_goodwill(const Core& core) const;

  // "Vietnam adheres to the principle", "considering Vietnam a priority"
  bool holds_attitude(const Clause& clause) const;

  bool has_noun(const Clause& clause) const;

  // alpha-3; empty: none.
  std::string state_of(int32_t actor) const;

 private:
  const Statement* statement_of(const Unit& unit) const {
    return unit.statement < 0 ? nullptr
                              : &document_.statements[static_cast<size_t>(unit.statement)];
  }
  bool is_both(const std::vector<int32_t>& speakers) const;
  bool is_perfect(const Clause& clause) const;
  bool has_will(const Clause& clause) const;
  bool is_asked_for(const Clause& clause) const;
  bool presents(const Statement& statement) const;
  bool speaks_of_support(const Statement& statement) const;

  const Document& document_;
  const WordsAt& words_;
  const ClausedDocument& claused_;
  const LedgerTools& tools_;
};

}  // namespace verbale
