// Who published a text, and for which state.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "publication/dateline.h"
#include "publication/lines.h"
#include "record/document.h"

namespace verbale {

// A line that only names an office of a state: "Ministry of Foreign Affairs of Peru".
bool is_office_line(std::string_view line, const World& world);

// The outlet: given, else by the address, else named in the dateline, else what a web page calls
// itself, else in a sign-off, a date stamp or the file's name.
Found find_outlet(const Document& document, const Knowledge& knowledge,
                  const std::vector<Piece>& pieces, Span dateline_outlet);

// The outlet's state (alpha-3, EUE, XXX): given, else of the pack, else of the state in the
// outlet's name ("Embassy of Chile"), else by the country of its address.
Found find_side(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
