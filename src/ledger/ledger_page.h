// The ledger as a page to send on: a table of threads and meetings, then each thread with its
// evidence.
#pragma once

#include <span>

#include "ledger/ledger.h"
#include "paper/page.h"

namespace verbale {

Page ledger_page(const Ledger& ledger, std::span<const Document> documents);

}  // namespace verbale
