// The version of the program; CMakeLists.txt has the same.
#pragma once

#include <string_view>

namespace verbale {

inline constexpr std::string_view kVersion = "0.1.0";

}  // namespace verbale
