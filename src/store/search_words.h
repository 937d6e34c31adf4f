// Words as the full text index sees them.
#pragma once

#include <string>
#include <string_view>

#include "store/search_query.h"

namespace verbale {

// The words of a query's leaf as an expression of FTS5: a phrase, its last word perhaps a beginning.
std::string match_expression(const SearchNode& words);

}  // namespace verbale
