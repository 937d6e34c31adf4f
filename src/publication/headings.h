// Which pieces of a report are titles, headings and items of lists.
#pragma once

#include <string_view>
#include <vector>

#include "publication/lines.h"

namespace verbale {

// Marks the title among the pieces and returns its span: the line that says what the given title
// says, a Markdown heading before the report, or a first line that is no sentence and has text
// after it. The span is without Markdown's marks; empty where there is none.
Span mark_title(std::string_view text, std::string_view given_title, std::vector<Piece>& pieces);

// Whether one of two titles says what the other does, apart from marks, blanks and what a page adds
// behind it (" | The Courier").
bool same_title(std::string_view a, std::string_view b);

// Marks headings between paragraphs as Title, and items of lists as ListItem; takes bullets,
// numbers of items and Markdown's marks off the spans.
void mark_headings_and_items(std::string_view text, std::vector<Piece>& pieces);

}  // namespace verbale
