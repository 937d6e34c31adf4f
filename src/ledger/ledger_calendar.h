// The due dates of a ledger as an iCalendar file (RFC 5545): one all-day event for each thread and
// day.
#pragma once

#include <span>
#include <string>

#include "ledger/ledger.h"

namespace verbale {

// As paper/calendar.h writes it. The UID of an event is that of the entry that told the day first, with the day.
std::string ledger_calendar(const Ledger& ledger, std::span<const Document> documents);

}  // namespace verbale
