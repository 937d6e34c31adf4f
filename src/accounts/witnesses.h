// Which of the accounts are witnesses of their own: one that prints another's words again (a wire
// report in a second paper, a page published anew) adds to what was said only what it alone has.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clauses/clauses.h"
#include "record/document.h"

namespace verbale {

// A document that prints the words of an earlier one. Indices are those of the documents given.
struct PrintedAgain {
  int32_t document = -1;
  int32_t of = -1;            // the earliest that has the words; itself no copy
  double covered = 0;         // 0 to 1: share of the document's words that it has from there
  std::vector<Span> printed;  // the places in the document, in text order
  // Its sentences that are mostly its own, or name or count what the original does not.
  std::vector<Span> own;

  // What is left is no account by itself.
  bool whole() const { return covered >= kWhole; }
  static constexpr double kWhole = 0.85;
};

// By `document`. The documents have been read; `of` is the earlier by date, then by name.
std::vector<PrintedAgain> find_printed_again(std::span<const Document* const> documents);

// Takes the clauses out that stand mostly in `printed`, which are in text order and apart from each
// other; units that are left without a clause go too.
void leave_out(ClausedDocument& claused, std::span<const Span> printed);

}  // namespace verbale
