// What an entry names that is more concrete than a wish: a body, a date, a plan, a signature, a
// visit, an issued document, a number; and by when it is to be done.
#pragma once

#include <optional>
#include <vector>

#include "acts/words_at.h"
#include "ledger/ledger.h"

namespace verbale {

// In text order, each key once.
std::vector<Step> find_steps(const Document& document, const WordsAt& words, TokenRange tokens,
                             const LedgerTools& tools);

// The last day that the words name as due: after the document's own day. `when` (bytes) is where
// the undertaking's deadline stands, if that is known; else any date in `tokens` counts.
std::optional<Deadline> find_deadline(const Document& document, TokenRange tokens, Span when);

// The last day of an ISO date that may be a year, month or quarter-free date: "2025" ->
// "2025-12-31". Empty: none.
std::string last_day(std::string_view value);

// The day a duration ("P3Y", "P6M", "P2W", "P10D") after an ISO day; empty where it cannot be told.
std::string day_after(std::string_view day, std::string_view duration);

}  // namespace verbale
