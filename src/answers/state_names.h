// The states that a user names.
#pragma once

#include <string>

#include "base/error.h"
#include "knowledge/world.h"

namespace verbale {

// The alpha-3 code of "VNM", "vnm", "Viet Nam", "Vietnam", "U.S."; an error that names the nearest
// ones.
Result<std::string> find_state(const World& world, const std::string& name);

}  // namespace verbale
