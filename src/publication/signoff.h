// How a wire copy ends: "- Bernama", "(VNA)", "Enditem", "PTI ABC", "/VNA", "VOV".
#pragma once

#include <cstddef>
#include <string_view>

#include "knowledge/outlets.h"

namespace verbale {

// The byte at which the sign-off of a line starts; 0: the whole line is one; npos: there is none.
size_t signoff_start(std::string_view line, const Outlets& outlets);

// The outlet that a sign-off names, or nullptr.
const Outlet* signoff_outlet(std::string_view signoff, const Outlets& outlets);

}  // namespace verbale
