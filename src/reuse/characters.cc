#include "reuse/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <string>
#include <vector>

#include "base/utf8.h"

namespace verbale {
namespace {

bool is_unspaced_script(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_BOPOMOFO:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
    case USCRIPT_TIBETAN:
      return true;
    default:
      return false;
  }
}

bool is_mark(char32_t c) {
  switch (c) {
    case '"':
    case '@':
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2018:
    case 0x2019:
    case 0xAB:
    case 0xBB:
    case 0x300C:
    case 0x300D:
    case 0x300E:
    case 0x300F:
    case 0xFF02:
      return true;
    default:
      return false;
  }
}

Character classify(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E && c != 0xFF02) return classify(c - 0xFEE0);  // full-width ASCII
  if (is_mark(c)) return {c, CharacterKind::Mark};
  const int8_t type = u_charType(static_cast<UChar32>(c));
  if (type == U_NON_SPACING_MARK || c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060 ||
      c == 0xFEFF) {
    return {0, CharacterKind::Nothing};
  }
  if (!is_word_character(c)) return {0, CharacterKind::Separator};
  std::string letter;
  append_utf8(letter, c);
  const std::string folded = fold(letter);
  const char32_t base = folded.empty() ? c : decode_utf8(folded, 0).value;
  return {base, is_unspaced_script(c) ? CharacterKind::Unspaced : CharacterKind::Letter};
}

}  // namespace

Character character_of(char32_t c) {
  static const std::vector<Character> plane = [] {
    std::vector<Character> table(0x10000);
    for (char32_t i = 0; i < table.size(); ++i) table[i] = classify(i);
    return table;
  }();
  return c < plane.size() ? plane[c] : classify(c);
}

}  // namespace verbale
