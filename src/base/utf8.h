// UTF-8: decoding, validation, code point positions, folding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

// The code point at byte `at` of well-formed UTF-8, and how many bytes it takes (1 to 4).
// On a malformed sequence the code point is U+FFFD and the length 1. Requires at < text.size().
struct CodePoint {
  char32_t value;
  uint32_t length;
};
CodePoint decode_utf8(std::string_view text, size_t at);

// The code point that ends just before byte `at`. Requires 0 < at <= text.size().
CodePoint decode_utf8_before(std::string_view text, size_t at);

void append_utf8(std::string& out, char32_t c);

// The byte at which the first malformed sequence starts, or npos if the text is well-formed UTF-8
// (Unicode 15, table 3-7: no surrogates, no overlong forms).
size_t find_malformed_utf8(std::string_view text);

// Letters, digits and marks: what a word is made of. ASCII is decided without a table.
bool is_word_character(char32_t c);
bool is_letter(char32_t c);
bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_digit(char32_t c);
// White space of Unicode, among it U+00A0 and U+202F, and the zero-width U+200B, U+2060, U+FEFF.
bool is_space(char32_t c);

std::string to_lower(std::string_view text);

// Has the text a combining mark (U+0300 to U+036F), as decomposed Vietnamese (NFD) has?
bool has_combining_mark(std::string_view text);
// The text in NFC: what a letter and its marks make is one letter, as most texts write it.
std::string compose(std::string_view text);

// Lower case without diacritics, so that "Tô Lâm", "To Lam" and "TÔ LÂM" are one: Latin letters lose
// their marks (đ -> d), other scripts stay. Used for comparison only, never for output.
std::string fold(std::string_view text);

// Maps between byte offsets and code point offsets of one text. Both are total over [0, size].
class CodePointIndex {
 public:
  explicit CodePointIndex(std::string_view text);
  // Code points before byte `byte`. A byte inside a code point counts as that code point's start.
  uint32_t to_code_points(uint32_t byte) const;
  // The byte at which code point number `code_point` starts; past the end: the size of the text.
  uint32_t to_bytes(uint32_t code_point) const;
  uint32_t code_points() const { return total_; }

 private:
  static constexpr uint32_t kBlock = 64;
  std::string_view text_;
  std::vector<uint32_t> blocks_;  // code points before byte i * kBlock; empty for ASCII
  uint32_t total_ = 0;
  bool ascii_ = true;
};

}  // namespace verbale
