// The titles that stand before a person's name.
#pragma once

#include <vector>

#include "knowledge/titles.h"
#include "names/token_view.h"
#include "record/document.h"

namespace verbale {

// The first token of the whole title before the name that starts at `core`, within [from, core); `core`
// itself if there is none. `taken`: tokens that belong to other persons' names, which end the search.
//
// A title is one or more offices: "[visiting] [Vietnamese] [Party General Secretary] and [President]",
// "[Minister] of Industry and Trade of Vietnam", "UAE Ministry of Finance's [Assistant Minister]". Articles
// before it do not belong to it; a possessive pronoun does.
int32_t title_start(const Document& document, const Titles& titles, const TokenView& view,
                    const std::vector<bool>& taken, int32_t from, int32_t core, bool title_case);

}  // namespace verbale
