// Cases of compare: several accounts in one file, with the points that they make together.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/pipeline.h"

namespace verbale {

// `texts`: accounts with a line "====" between them, called a, b, c. A row a point: who has it, its
// words in each, how they differ.
std::string comparison_rows(std::string_view texts, const Reader& reader);

}  // namespace verbale
