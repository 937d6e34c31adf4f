// What a brief is put together from, worked out once: the occasion, its accounts compared, the ledger up to it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "accounts/compare.h"
#include "ledger/ledger.h"
#include "visits/documents.h"

namespace verbale {

// A document that prints what an account of the occasion says.
struct Copy {
  int32_t document = -1;
  int32_t of = -1;
};

struct Occasion {
  std::span<const Document> documents;   // of the whole relationship
  std::vector<int32_t> accounts;         // those that tell of the occasion, by date and name, without copies
  std::vector<Copy> copies;              // no second witnesses (reuse/)
  std::vector<std::string> states;       // alpha-3 of those who met, sorted
  JoinedDocuments joined;                // meetings and visits of all documents
  std::vector<int32_t> meetings;         // of the occasion, indices into joined.joined.meetings
  int32_t visit = -1;                    // into joined.joined.visits, where they are of one
  Ledger ledger;                         // of the states, the occasion being its last column
  int32_t column = -1;                   // of the occasion in the ledger; -1: it has none
  Comparison comparison;                 // of the accounts
};

// `joined`: the meetings and visits of `documents`.
Occasion make_occasion(std::span<const Document> documents, std::span<const int32_t> accounts,
                       JoinedDocuments joined, const LedgerTools& tools);

const Document& document_of(const Occasion& occasion, int32_t index);
const Document& account_of(const Comparison& comparison, int32_t account);

// Whether the language of an account is read.
bool is_read(const Occasion& occasion, const Document& account);

// "18 to 20 August 2024", "30 June to 2 July 2024"; empty: no account tells a day.
std::string period_of(const Visit& visit);

// States of those who took part in a meeting, sorted.
std::vector<std::string> states_of(const JoinedMeeting& meeting);

}  // namespace verbale
