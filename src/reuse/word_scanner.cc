#include "reuse/word_scanner.h"

#include <array>
#include <string>

namespace verbale {
namespace {

MarkKind mark_kind(char32_t c) {
  switch (c) {
    case '"':
    case 0xFF02:
      return MarkKind::Straight;
    case 0x201C:
    case 0x201E:
    case 0xAB:
    case 0x300C:
    case 0x300E:
      return MarkKind::Open;
    case 0x201D:
    case 0xBB:
    case 0x300D:
    case 0x300F:
      return MarkKind::Close;
    case 0x2018:
      return MarkKind::SingleOpen;
    case 0x2019:
      return MarkKind::SingleClose;
    default:
      return MarkKind::LineEnd;
  }
}

bool is_letter_at(std::string_view text, size_t at) {
  return at < text.size() &&
         character_of(decode_utf8(text, at).value).kind == CharacterKind::Letter;
}

// Does the text before `at` end with a colon, blanks aside?
bool ends_with_colon(std::string_view text, size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\r' || text[at - 1] == '\t')) --at;
  const std::string_view before = text.substr(0, at);
  return before.ends_with(':') || before.ends_with("：");
}

// Gathers the bytes of folded characters into eights.
class FoldedBytes {
 public:
  void add(char32_t c) {
    if (c < 0x80) {
      add_byte(static_cast<unsigned char>(c));
      return;
    }
    std::string bytes;  // at most four: no allocation
    append_utf8(bytes, c);
    for (const char byte : bytes) add_byte(static_cast<unsigned char>(byte));
  }
  uint64_t length() const { return length_; }
  uint32_t finish(bool unspaced) { return hash_.finish(rest_, length_, unspaced); }

 private:
  void add_byte(unsigned char byte) {
    rest_ |= uint64_t{byte} << (8 * (length_ % 8));
    if (++length_ % 8 == 0) {
      hash_.add_full(rest_);
      rest_ = 0;
    }
  }
  WordHash hash_;
  uint64_t rest_ = 0;
  uint64_t length_ = 0;
};

}  // namespace

const WordScanner::Ascii* WordScanner::ascii_table() {
  static const std::array<Ascii, 256> table = [] {
    std::array<Ascii, 256> made{};
    for (size_t c = 0; c < made.size(); ++c) {
      if (c >= 0x80) {
        made[c] = Ascii::Other;
        continue;
      }
      switch (character_of(static_cast<char32_t>(c)).kind) {
        case CharacterKind::Letter:
          made[c] = Ascii::Word;
          break;
        case CharacterKind::Mark:
          made[c] = Ascii::Mark;
          break;
        default:
          made[c] = Ascii::Separator;
          break;
      }
    }
    return made;
  }();
  return table.data();
}

void WordScanner::note(char32_t c, size_t after) {
  if (marks_ == nullptr) return;
  MarkKind kind = mark_kind(c);
  switch (c) {
    case 0x2019:
      if (is_letter_at(text_, after)) return;
      break;
    case '@':
      if (after < 2 || text_[after - 2] != '(') return;
      kind = MarkKind::Signature;
      break;
    case '\n':
      if (ends_with_colon(text_, after - 1)) kind = MarkKind::ColonLineEnd;
      break;
    default:
      break;
  }
  marks_->push_back({words_, kind});
}

void WordScanner::read_folded() {
  FoldedBytes bytes;
  bool unspaced = false;
  size_t at = begin_;
  while (at < text_.size()) {
    const CodePoint point = decode_utf8(text_, at);
    const Character character = character_of(point.value);
    if (character.kind == CharacterKind::Letter && !unspaced) {
      bytes.add(character.folded);
    } else if (character.kind == CharacterKind::Unspaced && bytes.length() == 0) {
      bytes.add(character.folded);
      unspaced = true;
    } else if (character.kind != CharacterKind::Nothing) {
      break;
    }
    at += point.length;
  }
  hash_ = bytes.finish(unspaced);
  at_ = at;
}

void WordScanner::fold_into(std::string& out) const {
  out.clear();
  for (size_t at = begin_; at < at_;) {
    const CodePoint point = decode_utf8(text_, at);
    const Character character = character_of(point.value);
    if (character.kind != CharacterKind::Nothing) append_utf8(out, character.folded);
    at += point.length;
  }
}

}  // namespace verbale
