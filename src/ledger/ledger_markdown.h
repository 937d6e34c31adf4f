// The ledger as Markdown: a table of threads and meetings, then each thread with its evidence.
#pragma once

#include <span>
#include <string>

#include "ledger/ledger.h"

namespace verbale {

std::string ledger_markdown(const Ledger& ledger, std::span<const Document> documents);

}  // namespace verbale
