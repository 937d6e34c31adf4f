// Days as numbers, to count what lies between them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

inline constexpr int32_t kNoDay = INT32_MIN;

// Days since 1970-01-01 of a whole ISO date; kNoDay for anything else ("2024", "").
int32_t day_number(std::string_view iso);
// And back.
std::string iso_day(int32_t day);

}  // namespace verbale
