// The ledger as JSON: {"states", "meetings": [...], "threads": [...]}, places in code points.
#pragma once

#include <span>
#include <string>

#include "ledger/ledger.h"

namespace verbale {

std::string ledger_json(const Ledger& ledger, std::span<const Document> documents);

}  // namespace verbale
