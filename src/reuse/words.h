// A text as it is compared with others: the hashes of its folded words and where they begin.
//
// Words are stretches of letters and digits, in lower case and without diacritics, whatever stands
// between them; a character of a script that puts no blanks between words (Chinese, Japanese, Thai,
// ...) is a word of its own. Outlets differ in quotation marks, dashes, hyphens, composed or
// decomposed accents and full-width digits when they print the same words: none of that is
// compared.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace verbale {

enum class MarkKind : uint8_t {
  Straight,     // " : opens or closes
  Open,         // “ „ « 「 『
  Close,        // ” » 」 』
  SingleOpen,   // ‘
  SingleClose,  // ’ where no letter follows
  LineEnd,
  ColonLineEnd,  // the line ends with a colon: the next one is what it announces
  Signature,     // "(@": ends a message that is quoted with its writer's name
};

// Something between words that tells where a quotation begins or ends.
struct TextMark {
  uint32_t word = 0;  // index of the word that follows
  MarkKind kind = MarkKind::LineEnd;
};

struct TextWords {
  std::vector<uint32_t> hashes;  // the lowest bit: a character of a script without blanks
  std::vector<uint32_t> begins;  // bytes
  std::vector<TextMark> marks;   // in text order

  uint32_t size() const { return static_cast<uint32_t>(hashes.size()); }
};

// `furniture`: places that are no part of the report, in text order; their words are left out.
TextWords read_words(std::string_view text, std::span<const Span> furniture = {});

// The byte after the word that begins at byte `begin`.
uint32_t word_end(std::string_view text, uint32_t begin);

// Are the words of both texts the same, folded, one by one? Compares characters, not hashes.
bool same_words(std::string_view a, std::string_view b);

inline bool is_unspaced(uint32_t word_hash) { return (word_hash & 1) != 0; }

}  // namespace verbale
