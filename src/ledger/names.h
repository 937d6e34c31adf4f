// One key for all names of a thing between given states.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/world.h"

namespace verbale {

// The name folded, without the states where all of `states` stand in it: "Vietnam-China Strategic
// Dialogue" and "Strategic Dialogue between China and Viet Nam" are one; "China's Neighbourhood
// Diplomacy" keeps its state.
std::string framework_key(std::string_view name, const std::vector<std::string>& states,
                          const World& world);

}  // namespace verbale
