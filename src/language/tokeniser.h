// Words and punctuation marks of a paragraph, cut as the English UD treebanks cut them.
//
// Hyphenated words are three tokens ("Vietnam" "-" "China") unless the first part is a prefix that no
// word is ("co-chair", "non-proliferation"); clitics are tokens of their own ("do" "n't", "Party" "'s");
// amounts are cut from their signs ("$" "65", "20" "%"). Every token is a range of the text: nothing is
// normalised. One pass, linear in the paragraph.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "knowledge/abbreviations.h"

namespace verbale {

struct RawToken {
  Span span;
  bool space_before = false;
  bool abbreviation = false;  // its last character is a full stop that belongs to it
};

// Appends the tokens of text[range] to `out`.
void tokenise(std::string_view text, Span range, const Abbreviations& abbreviations,
              std::vector<RawToken>& out);

}  // namespace verbale
