// Walks over the words of a text. Plain ASCII words, nearly all of an English text, are delimited
// and hashed eight bytes at a time; a word with any other character is decoded and folded one by
// one. Both ways give equal hashes.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "reuse/characters.h"
#include "reuse/words.h"

namespace verbale {

// Takes the bytes of a folded word eight at a time, the first in the lowest place.
class WordHash {
 public:
  void add_full(uint64_t eight) { state_ = mix(state_ ^ eight); }
  // The rest, 0 to 7 bytes, and the length of the whole.
  uint32_t finish(uint64_t rest, uint64_t length, bool unspaced) {
    const uint64_t hash = mix(mix(state_ ^ rest) ^ length);
    return (static_cast<uint32_t>(hash >> 32) & ~1u) | (unspaced ? 1 : 0);
  }

 private:
  static uint64_t mix(uint64_t x) {
    x *= 0x9E3779B97F4A7C15u;
    return x ^ (x >> 29);
  }
  uint64_t state_ = 0x51ED270B2F3C9A6Du;
};

class WordScanner {
 public:
  // `marks`, if given, receives what stands between the words; its indices count from `first_word`.
  explicit WordScanner(std::string_view text, std::vector<TextMark>* marks = nullptr)
      : text_(text), marks_(marks) {}

  // To the next word; false: there is none.
  bool next() {
    if (!find_letter()) return false;
    begin_ = at_;
    if (!read_plain()) read_folded();
    ++words_;
    return true;
  }
  uint32_t begin() const { return static_cast<uint32_t>(begin_); }
  uint32_t end() const { return static_cast<uint32_t>(at_); }
  uint32_t hash() const { return hash_; }
  // The folded word, where it was asked for.
  void fold_into(std::string& out) const;

 private:
  enum class Ascii : uint8_t { Separator, Word, Mark, Other };
  static const Ascii* ascii_table();

  static constexpr uint64_t repeat(uint64_t byte) { return byte * 0x0101010101010101u; }
  // The top bit of each byte that is no ASCII letter or digit.
  static uint64_t not_plain(uint64_t bytes) {
    const uint64_t low = bytes & repeat(0x7F);
    const uint64_t lower = low | repeat(0x20);
    const uint64_t letter = (lower + repeat(0x80 - 'a')) & ~(lower + repeat(0x80 - ('z' + 1)));
    const uint64_t digit = (low + repeat(0x80 - '0')) & ~(low + repeat(0x80 - ('9' + 1)));
    return (~(letter | digit) | bytes) & repeat(0x80);
  }
  uint64_t eight_bytes(size_t at) const {
    uint64_t bytes = 0;
    if (at + 8 <= text_.size()) {
      std::memcpy(&bytes, text_.data() + at, 8);
    } else if (at < text_.size()) {
      std::memcpy(&bytes, text_.data() + at, text_.size() - at);
    }
    return std::endian::native == std::endian::little ? bytes : std::byteswap(bytes);
  }

  bool find_letter();
  bool read_plain();
  void read_folded();
  void note(char32_t c, size_t after);

  std::string_view text_;
  std::vector<TextMark>* marks_;
  size_t at_ = 0;
  size_t begin_ = 0;
  uint32_t words_ = 0;
  uint32_t hash_ = 0;
};

inline bool WordScanner::read_plain() {
  WordHash hash;
  size_t at = at_;
  for (;;) {
    const uint64_t bytes = eight_bytes(at);
    const uint64_t stop = not_plain(bytes);
    // Capital letters have the bit of small ones missing; digits have it.
    const uint64_t folded = bytes | repeat(0x20);
    if (stop == 0) {
      hash.add_full(folded);
      at += 8;
      continue;
    }
    const int length = std::countr_zero(stop) / 8;
    at += static_cast<size_t>(length);
    if (at < text_.size() && static_cast<unsigned char>(text_[at]) >= 0x80) return false;
    const uint64_t rest = length == 0 ? 0 : folded & (~uint64_t{0} >> (64 - 8 * length));
    hash_ = hash.finish(rest, at - at_, false);
    at_ = at;
    return true;
  }
}

inline bool WordScanner::find_letter() {
  const Ascii* const table = ascii_table();
  while (at_ < text_.size()) {
    const unsigned char c = static_cast<unsigned char>(text_[at_]);
    switch (table[c]) {
      case Ascii::Separator:
        ++at_;
        break;
      case Ascii::Word:
        return true;
      case Ascii::Mark:
        note(c, ++at_);
        break;
      case Ascii::Other: {
        const CodePoint point = decode_utf8(text_, at_);
        const CharacterKind kind = character_of(point.value).kind;
        if (kind == CharacterKind::Letter || kind == CharacterKind::Unspaced) return true;
        at_ += point.length;
        if (kind == CharacterKind::Mark) note(point.value, at_);
        break;
      }
    }
  }
  return false;
}

}  // namespace verbale
