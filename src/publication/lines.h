// The lines of a text, and the pieces that they are cut into.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "record/document.h"

namespace verbale {

// A line or a part of one: a paragraph to be. Pieces are in text order and do not overlap.
struct Piece {
  Span span;
  ParagraphKind kind = ParagraphKind::Body;
};

// The non-blank lines (LF, CR, CR LF, U+2028, U+2029), without white space at their ends.
std::vector<Piece> cut_lines(std::string_view text);

// The span without white space at its ends.
Span trim(std::string_view text, Span span);

// Words in a stretch: maximal runs of what is no white space and holds a letter or digit.
uint32_t count_words(std::string_view text, uint32_t limit = UINT32_MAX);

// Does it end like a sentence: with . ! ? or their like, quotation marks and brackets set aside?
// The dot of "Jr.", "U.S." or "D.C." ends none.
bool ends_sentence(std::string_view text);

}  // namespace verbale
