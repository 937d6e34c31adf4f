// Furniture: what stands with a report and is no part of it. Date stamps, captions and credits,
// bylines, share bars, sign-offs, lists of links, notes of the press office, leftover markup.
#pragma once

#include <vector>

#include "knowledge/knowledge.h"
#include "publication/lines.h"

namespace verbale {

struct Furnished {
  std::vector<Piece> pieces;  // lines, cut where furniture shares a line with text
  std::vector<Span> within;   // furniture inside a sentence, in text order: links, tooltips, markup
};

// Sorts lines into furniture and text. Furniture is known by its form and its place, with the pack
// of its words; a line that is a sentence of the report is never furniture because of one word in
// it.
Furnished find_furniture(std::string_view text, const Knowledge& knowledge);

}  // namespace verbale
