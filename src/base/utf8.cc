#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace verbale {
namespace {

constexpr CodePoint kMalformed{0xFFFD, 1};

bool continues(std::string_view text, size_t at) {
  return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
}

uint32_t tail(std::string_view text, size_t at) {
  return static_cast<unsigned char>(text[at]) & 0x3F;
}

uint32_t count_starts(std::string_view bytes) {
  return static_cast<uint32_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

CodePoint decode_utf8(std::string_view text, size_t at) {
  const unsigned char lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xC2 || lead > 0xF4 || !continues(text, at + 1)) return kMalformed;
  if (lead < 0xE0) return {(lead & 0x1Fu) << 6 | tail(text, at + 1), 2};
  if (!continues(text, at + 2)) return kMalformed;
  if (lead < 0xF0) {
    const char32_t c = (lead & 0x0Fu) << 12 | tail(text, at + 1) << 6 | tail(text, at + 2);
    return c < 0x800 || (c >= 0xD800 && c < 0xE000) ? kMalformed : CodePoint{c, 3};
  }
  if (!continues(text, at + 3)) return kMalformed;
  const char32_t c = (lead & 0x07u) << 18 | tail(text, at + 1) << 12 | tail(text, at + 2) << 6 |
                     tail(text, at + 3);
  return c < 0x10000 || c > 0x10FFFF ? kMalformed : CodePoint{c, 4};
}

CodePoint decode_utf8_before(std::string_view text, size_t at) {
  size_t start = at - 1;
  while (start > 0 && at - start < 4 && continues(text, start)) --start;
  const CodePoint c = decode_utf8(text, start);
  return start + c.length == at ? c : kMalformed;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

namespace {

bool eight_ascii_bytes(std::string_view text, size_t at) {
  uint64_t bytes = 0;
  if (text.size() - at < sizeof bytes) return false;
  std::memcpy(&bytes, text.data() + at, sizeof bytes);
  return (bytes & 0x8080808080808080u) == 0;
}

}  // namespace

size_t find_malformed_utf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (eight_ascii_bytes(text, at)) {
      at += 8;
      continue;
    }
    const CodePoint c = decode_utf8(text, at);
    if (c.value == 0xFFFD && c.length == 1) return at;
    at += c.length;
  }
  return std::string_view::npos;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
  return u_isalpha(static_cast<UChar32>(c));
}
bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  return u_isdigit(static_cast<UChar32>(c));
}
bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return u_isUUppercase(static_cast<UChar32>(c));
}
bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return u_isULowercase(static_cast<UChar32>(c));
}
bool is_word_character(char32_t c) {
  if (c < 0x80) return is_letter(c) || is_digit(c);
  const int8_t kind = u_charType(static_cast<UChar32>(c));
  return u_isalnum(static_cast<UChar32>(c)) || kind == U_NON_SPACING_MARK ||
         kind == U_COMBINING_SPACING_MARK;
}
bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

std::string to_lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (c.value < 0x80) {
      out += static_cast<char>(is_upper(c.value) ? c.value | 0x20 : c.value);
    } else {
      append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c.value))));
    }
    at += c.length;
  }
  return out;
}

namespace {

// The base letter of a precomposed Latin letter, lower case; 0 for a combining mark.
char32_t fold_with_tables(char32_t c) {
  static const icu::Normalizer2* nfd = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFDInstance(status);
  }();
  if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) return 0;
  // Letters with a stroke have no decomposition, the dotless i neither.
  switch (c) {
    case 0x110: case 0x111: return 'd';
    case 0xD8: case 0xF8: return 'o';
    case 0x141: case 0x142: return 'l';
    case 0x131: return 'i';
    default: break;
  }
  icu::UnicodeString parts;
  if (c < 0x2000 && nfd != nullptr && nfd->getDecomposition(static_cast<UChar32>(c), parts)) {
    c = static_cast<char32_t>(parts.char32At(0));
  }
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
}

// The letters of European languages and of Vietnamese are looked up once in the program's life.
char32_t fold_code_point(char32_t c) {
  constexpr char32_t kTabled = 0x250;
  constexpr char32_t kAdditional = 0x1E00;  // Latin Extended Additional, 256 letters
  struct Tables {
    std::array<char32_t, kTabled> latin;
    std::array<char32_t, 256> additional;
    Tables() {
      for (char32_t i = 0; i < kTabled; ++i) latin[i] = fold_with_tables(i);
      for (char32_t i = 0; i < 256; ++i) additional[i] = fold_with_tables(kAdditional + i);
    }
  };
  static const Tables tables;
  if (c < kTabled) return tables.latin[c];
  if (c >= kAdditional && c < kAdditional + 256) return tables.additional[c - kAdditional];
  return fold_with_tables(c);
}

}  // namespace

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    at += c.length;
    if (c.value < 0x80) {
      out += static_cast<char>(is_upper(c.value) ? c.value | 0x20 : c.value);
    } else if (const char32_t folded = fold_code_point(c.value); folded != 0) {
      append_utf8(out, folded);
    }
  }
  return out;
}

bool has_combining_mark(std::string_view text) {
  for (size_t i = 0; i + 1 < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c == 0xCC || (c == 0xCD && static_cast<unsigned char>(text[i + 1]) < 0xB0)) return true;
  }
  return false;
}

std::string compose(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  if (nfc == nullptr) return std::string(text);
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  const icu::UnicodeString composed = nfc->normalize(icu::UnicodeString::fromUTF8(piece), status);
  std::string out;
  composed.toUTF8String(out);
  return U_SUCCESS(status) ? out : std::string(text);
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
  ascii_ = std::none_of(text.begin(), text.end(),
                        [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  total_ = static_cast<uint32_t>(text.size());
  if (ascii_) return;
  uint32_t count = 0;
  for (size_t at = 0; at < text.size(); at += kBlock) {
    blocks_.push_back(count);
    count += count_starts(text.substr(at, kBlock));
  }
  total_ = count;
}

uint32_t CodePointIndex::to_code_points(uint32_t byte) const {
  if (byte >= text_.size()) return total_;
  if (ascii_) return byte;
  const uint32_t block = byte / kBlock;
  const uint32_t start = block * kBlock;
  const uint32_t before = blocks_[block] + count_starts(text_.substr(start, byte - start));
  return continues(text_, byte) ? before - 1 : before;
}

uint32_t CodePointIndex::to_bytes(uint32_t code_point) const {
  if (code_point >= total_) return static_cast<uint32_t>(text_.size());
  if (ascii_) return code_point;
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), code_point);
  const uint32_t block = static_cast<uint32_t>(after - blocks_.begin()) - 1;
  uint32_t left = code_point - blocks_[block];
  size_t at = static_cast<size_t>(block) * kBlock;
  while (continues(text_, at)) ++at;
  for (; left > 0; --left) at += decode_utf8(text_, at).length;
  return static_cast<uint32_t>(at);
}

}  // namespace verbale
