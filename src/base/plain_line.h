// Words of a text on one line, for labels, tables and pages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace verbale {

// Each run of blanks, tabs and line ends is one blank; none at the start.
std::string plain_line(std::string_view text);

// At most `most` code points, cut at a blank where one stands in the second half, with " …" where it was cut.
std::string cut_line(std::string_view line, uint32_t most);

// Line breaks, tabs and other controls become a blank each, so that a text cannot move the cursor.
std::string one_line(std::string_view text);

}  // namespace verbale
