// The pages that a desk officer would send on: who met, what was undertaken, what is new since the
// last time, what each side alone says, what is still open. Every line carries its source.
//
// All words are those of the accounts or of the record (kinds, dates, names); nothing is summed up in words
// of the program's own. Long lists are cut; what is left out is counted.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ledger/ledger.h"
#include "paper/page.h"

namespace verbale {

// Of a visit or meeting. `documents`: all accounts of the relationship, the earlier ones too; `occasion`: indices of
// those that tell of it, not empty.
Page brief_of_occasion(std::span<const Document> documents, std::span<const int32_t> occasion, const LedgerTools& tools);

// Of the last meeting or visit that the documents tell of, the others being its past. Not empty.
Page brief_of_last(std::span<const Document> documents, const LedgerTools& tools);

// Of the relationship of two or more states (alpha-3): their meetings, and where the last one leaves things.
// Without a common meeting the page says so.
Page brief_of_relationship(std::span<const Document> documents, std::span<const std::string> states,
                           const LedgerTools& tools);

}  // namespace verbale
