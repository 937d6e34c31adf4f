// A comparison as the JSON of the contract (`verbale compare --json`).
#pragma once

#include <string>

#include "accounts/compare.h"

namespace verbale {

// `meeting`: its id, or a name made of its accounts.
std::string comparison_to_json(const Comparison& comparison, std::string_view meeting);

}  // namespace verbale
