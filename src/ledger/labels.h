// What a clause is called in the ledger: the clearest words for its thing that stand there.
//
// The head phrase alone where it tells ("high-speed railways"); with what it is of, in or for where
// it does not ("cooperation in health care"); from the verb on where that turns it round ("opposes
// any interference"), or where the noun by itself says little ("de-escalate tensions"). When it is
// stands elsewhere in the ledger.
#pragma once

#include "acts/words_at.h"
#include "ledger/core.h"

namespace verbale {

class LabelMaker {
 public:
  LabelMaker(const Document& document, const WordsAt& words, const CoreFinder& cores,
             const LedgerTools& tools)
      : document_(document), words_(words), cores_(cores), tools_(tools) {}

  // Tokens within `clause`.
  TokenRange label_of(const Core& core, TokenRange clause) const;

  // How many of its words say what the thing is, not only that it is work together.
  int32_t telling_words(TokenRange tokens) const;

 private:
  TokenRange with_complement(TokenRange label, int32_t end) const;
  bool names_somebody(TokenRange tokens) const;
  int32_t behind_phrase(int32_t start, int32_t end) const;
  int32_t turning_word(int32_t first, int32_t begin) const;
  TokenRange with_quotes(TokenRange label, TokenRange clause) const;
  bool is_bare(TokenRange phrase) const;
  TokenRange without_time(TokenRange label) const;
  TokenRange with_quotation(TokenRange label, int32_t end) const;
  TokenRange with_deed(TokenRange label, int32_t begin) const;

  const Document& document_;
  const WordsAt& words_;
  const CoreFinder& cores_;
  const LedgerTools& tools_;
};

}  // namespace verbale
