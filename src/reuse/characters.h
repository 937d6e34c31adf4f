// Characters as words are made of: what separates, what folds to what.
#pragma once

#include <cstdint>

namespace verbale {

enum class CharacterKind : uint8_t {
  Separator,
  Mark,      // a separator that words.h reports
  Letter,    // or digit
  Unspaced,  // a word of its own
  Nothing,   // within a word, of no account: combining marks, soft hyphen, joiners
};

struct Character {
  char32_t folded = 0;  // lower case without diacritics; of letters and unspaced characters
  CharacterKind kind = CharacterKind::Separator;
};

// Any code point; those of the Basic Multilingual Plane are looked up in a table made at first use.
Character character_of(char32_t c);

}  // namespace verbale
