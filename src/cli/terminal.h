// The terminal: how wide it is, whether it takes colours, how many columns a string takes.
#pragma once

#include <string>
#include <string_view>

#include "base/plain_line.h"

namespace verbale {

enum class Stream { Output, Error };
enum class Style { Plain, Bold, Dim, Id, Good, Bad, Hit };

bool is_terminal(Stream stream);

// Columns to fit into: $COLUMNS, else the terminal's width; 0 where there is none, then nothing is cut.
int terminal_width();

// On a terminal, unless $NO_COLOR is set or $TERM is "dumb".
bool uses_colour(Stream stream);

// The text in that style on standard output; unchanged where there are no colours.
std::string styled(std::string_view text, Style style);

// Columns that a terminal gives the text: 2 for wide and full-width characters (UAX #11), 0 for
// combining marks and controls.
int columns_of(std::string_view text);

// The longest prefix, on code point borders, that takes at most `columns`; with "…" where it was cut.
std::string fit(std::string_view text, int columns);

}  // namespace verbale
