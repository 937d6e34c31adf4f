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

// Does the text hold a character that moves a cursor or hides: controls, line ends, U+2028 and U+2029?
bool has_control(std::string_view text);

// Names that people give, of reviewers and of searches: one line of 1 to `most` code points, no controls, not
// only blanks, well-formed.
inline constexpr uint32_t kLongestName = 100;
bool is_name(std::string_view text, uint32_t most = kLongestName);

}  // namespace verbale
