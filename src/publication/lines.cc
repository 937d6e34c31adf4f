#include "publication/lines.h"

#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

// Bytes of the line break at `at`, 0 where there is none.
size_t break_length(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == '\n' || c == '\r') return 1;
  const std::string_view rest = text.substr(at, 3);
  return rest == "\xE2\x80\xA8" || rest == "\xE2\x80\xA9" ? 3 : 0;
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == 0x2019 || c == 0x201D || c == 0xBB ||
         c == '*' || c == '_';
}

// "Jr", "U.S", "D.C", "No": what a dot is added to within a sentence.
bool is_abbreviation(std::string_view text) {
  const size_t start = text.find_last_of(" \t(") + 1;
  const std::string_view word = text.substr(start);
  constexpr auto kKnown = std::to_array<std::string_view>(
      {"Jr", "Sr", "Dr", "Mr", "Mrs", "Ms", "St", "Gen", "Sen", "Rep", "Gov", "No", "vs", "etc",
       "Inc", "Ltd", "Co", "Corp"});
  for (const std::string_view known : kKnown) {
    if (word == known) return true;
  }
  return word.size() == 1 || (word.size() >= 3 && word.find('.') != std::string_view::npos &&
                              word.size() <= 6 && is_upper(decode_utf8(word, 0).value));
}

}  // namespace

Span trim(std::string_view text, Span span) {
  while (span.begin < span.end) {
    const CodePoint c = decode_utf8(text, span.begin);
    if (!is_space(c.value)) break;
    span.begin += c.length;
  }
  while (span.end > span.begin && is_space(decode_utf8_before(text, span.end).value)) {
    --span.end;
    while (span.end > span.begin && (static_cast<unsigned char>(text[span.end]) & 0xC0) == 0x80) {
      --span.end;
    }
  }
  return span;
}

std::vector<Piece> cut_lines(std::string_view text) {
  std::vector<Piece> lines;
  size_t start = 0;
  for (size_t at = 0; at <= text.size();) {
    const size_t length = at < text.size() ? break_length(text, at) : 1;
    if (length == 0) {
      ++at;
      continue;
    }
    const Span span = trim(text, {static_cast<uint32_t>(start), static_cast<uint32_t>(at)});
    if (!span.empty()) lines.push_back({span, ParagraphKind::Body});
    at += length;
    start = at;
  }
  return lines;
}

uint32_t count_words(std::string_view text, uint32_t limit) {
  uint32_t words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size() && words < limit;) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      inside = false;
    } else if (!inside && is_word_character(c.value)) {
      inside = true;
      ++words;
    }
    at += c.length;
  }
  return words;
}

bool ends_sentence(std::string_view text) {
  size_t end = text.size();
  while (end > 0) {
    const CodePoint c = decode_utf8_before(text, end);
    if (!is_closing(c.value)) break;
    end -= c.length;
  }
  if (end == 0) return false;
  const CodePoint last = decode_utf8_before(text, end);
  if (last.value == '!' || last.value == '?' || last.value == 0x3002 || last.value == 0xFF01 ||
      last.value == 0xFF1F || last.value == 0x2026) {
    return true;
  }
  return last.value == '.' && !is_abbreviation(text.substr(0, end - 1));
}

}  // namespace verbale
