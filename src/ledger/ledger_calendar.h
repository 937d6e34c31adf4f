// The due dates of a ledger as an iCalendar file (RFC 5545): one all-day event for each thread and
// day.
#pragma once

#include <span>
#include <string>

#include "ledger/ledger.h"

namespace verbale {

// Lines end in CR LF and are folded at 75 octets. The UID of an event is that of the entry that
// told the day first; its DTSTAMP is the day of that account, so that the same record gives the
// same file.
std::string ledger_calendar(const Ledger& ledger, std::span<const Document> documents);

}  // namespace verbale
