// What became of a thread from meeting to meeting: its statuses, and due dates passed in silence.
#pragma once

#include <span>

#include "ledger/ledger.h"

namespace verbale {

// Fills in statuses and Deadline::passed, and makes entries that bring a step `advanced`. Entries
// are sorted.
void follow(LedgerThread& thread, std::span<const LedgerMeeting> meetings,
            std::span<const Document> documents);

}  // namespace verbale
