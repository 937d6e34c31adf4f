// Kinds of office by the names that the packs give them.
#pragma once

#include <optional>
#include <string_view>

#include "knowledge/world.h"

namespace verbale {

// "head-of-state", "party-leader", ...; nullopt for any other word.
std::optional<OfficeKind> office_kind(std::string_view name);

}  // namespace verbale
