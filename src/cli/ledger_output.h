// A ledger as it is shown and written.
#pragma once

#include <span>
#include <string>

#include "base/error.h"
#include "ledger/ledger.h"

namespace verbale {

std::string ledger_as_json(const Ledger& ledger, std::span<const Document> documents);

// A table of threads and meetings; below it what was new, due dates passed, and persons' marks.
std::string ledger_as_text(const Ledger& ledger, std::span<const Document> documents);

// By the ending of the path: .md, .ics, .json. `calendar`: iCalendar, whatever the ending.
Result<std::string> ledger_as_file(const std::string& path, bool calendar, const Ledger& ledger,
                                   std::span<const Document> documents);

}  // namespace verbale
