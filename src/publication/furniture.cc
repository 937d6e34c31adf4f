#include "publication/furniture.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "publication/captions.h"
#include "publication/signoff.h"
#include "publication/stamps.h"
#include "publication/within.h"

namespace verbale {
namespace {

constexpr size_t kLongestNote = 320;    // bytes of a line that may be a press office's note
constexpr uint32_t kLongestLink = 60;   // words of a line in a list of links
constexpr uint32_t kLongestLabel = 10;  // words of a sentence that may be one
constexpr size_t kFirstLines = 8;       // where bylines stand
constexpr auto npos = std::string_view::npos;

// "By Anna Smith", "BY NGUYEN VAN A and TRAN B": capitalised words and "and", no full stop.
bool is_byline(std::string_view line) {
  if (!(line.starts_with("By ") || line.starts_with("BY ")) || line.size() > 120) return false;
  if (ends_sentence(line)) return false;
  std::string_view rest = line.substr(3);
  while (!rest.empty()) {
    const size_t blank = rest.find(' ');
    const std::string_view word = rest.substr(0, blank);
    rest.remove_prefix(blank == npos ? rest.size() : blank + 1);
    if (word.empty() || word == "and" || word == "in" || word == "for" || word == "of") continue;
    const char32_t first = decode_utf8(word, 0).value;
    if (!is_upper(first) && is_letter(first)) return false;
  }
  return true;
}

// "Share | Tweet | Print", "Facebook Twitter Email": nothing but words that are furniture
// themselves.
bool is_bar(std::string_view key, const FurnitureWords& words) {
  if (key.size() > 100) return false;
  const char separator = key.find('|') != npos ? '|' : ' ';
  int parts = 0;
  while (!key.empty()) {
    const size_t end = key.find(separator);
    const std::string part = FurnitureWords::key_of(key.substr(0, end));
    if (!part.empty() && !words.is_line(part)) return false;
    parts += !part.empty();
    key.remove_prefix(end == npos ? key.size() : end + 1);
  }
  return parts >= 2;
}

bool has_word(std::string_view line) {
  for (size_t at = 0; at < line.size();) {
    const CodePoint c = decode_utf8(line, at);
    if (is_word_character(c.value)) return true;
    at += c.length;
  }
  return false;
}

// A web address, an e-mail address or a handle alone on its line.
bool is_address(std::string_view line) {
  if (line.find_first_of(" \t") != npos || line.size() > 200) return false;
  return line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www.") ||
         line.starts_with("@") || line.find('@') != npos;
}

class FurnitureFinder {
 public:
  FurnitureFinder(std::string_view text, const Knowledge& knowledge)
      : text_(text), knowledge_(knowledge), words_(knowledge.furniture) {}

  Furnished find() {
    const std::vector<Piece> lines = cut_lines(text_);
    for (size_t i = 0; i < lines.size(); ++i) {
      if (opens_tail(lines, i)) {
        i = add_tail(lines, i);
      } else {
        add_line(lines[i].span, i, lines.size());
      }
    }
    return std::move(found_);
  }

 private:
  std::string_view str(Span span) const { return text_.substr(span.begin, span.size()); }

  void add(Span span, ParagraphKind kind) {
    span = trim(text_, span);
    if (!span.empty()) found_.pieces.push_back({span, kind});
  }

  bool opens_tail(const std::vector<Piece>& lines, size_t i) const {
    const Span span = lines[i].span;
    return i > 0 && span.size() <= 60 && words_.opens_tail(FurnitureWords::key_of(str(span)));
  }

  // The line that opens it and those after it, up to one too long for a link. Returns the last one
  // taken.
  size_t add_tail(const std::vector<Piece>& lines, size_t i) {
    add(lines[i].span, ParagraphKind::Furniture);
    while (i + 1 < lines.size()) {
      const std::string_view next = str(lines[i + 1].span);
      const bool sentence = ends_sentence(next) && count_words(next, 25) == 25;
      if (sentence || count_words(next, kLongestLink) == kLongestLink) break;
      add(lines[++i].span, ParagraphKind::Furniture);
    }
    return i;
  }

  void add_line(Span span, size_t index, size_t total) {
    if (const std::optional<Stamp> stamp = find_stamp(str(span), knowledge_)) {
      const uint32_t end = span.begin + static_cast<uint32_t>(stamp->end);
      add({span.begin, end}, ParagraphKind::Furniture);
      span = trim(text_, {end, span.end});
      if (span.empty()) return;
    }
    if (is_furniture(span, index, total)) {
      add(span, ParagraphKind::Furniture);
      return;
    }
    span = add_caption(span);
    if (span.empty()) return;
    const Span signoff = index + kFirstLines >= total ? find_signoff(span) : Span();
    find_within(text_, {span.begin, signoff.empty() ? span.end : signoff.begin}, words_,
                found_.within);
    if (signoff.empty()) {
      add(span, ParagraphKind::Body);
      return;
    }
    add({span.begin, signoff.begin}, ParagraphKind::Body);
    add(signoff, ParagraphKind::Furniture);
  }

  bool is_furniture(Span span, size_t index, size_t total) const {
    const std::string_view line = str(span);
    if (!has_word(line)) return true;
    if (is_address(line)) return true;
    if (line.size() <= kLongestNote) {
      const std::string key = FurnitureWords::key_of(line);
      if (words_.is_line(key) || words_.is_start(key) || is_bar(key, words_)) return true;
      const bool sentence =
          ends_sentence(line) && count_words(line, kLongestLabel + 1) > kLongestLabel;
      if (!sentence && words_.is_label(key)) return true;
      // "(Reporting by ...)"
      if (line.front() == '(' && line.back() == ')' && words_.is_label(FurnitureWords::key_of(line.substr(1)))) return true;
    }
    const bool at_an_end = index < kFirstLines || index + 3 >= total;
    return at_an_end && is_byline(line);
  }

  // Adds the caption that the line holds and the text before it; returns the text after it.
  Span add_caption(Span span) {
    const Caption caption = find_caption(str(span), knowledge_);
    if (caption.empty()) return span;
    const uint32_t begin = span.begin + static_cast<uint32_t>(caption.begin);
    const uint32_t end = span.begin + static_cast<uint32_t>(caption.end);
    add({span.begin, begin}, ParagraphKind::Body);
    add({begin, end}, ParagraphKind::Furniture);
    return trim(text_, {end, span.end});
  }

  Span find_signoff(Span span) const {
    const size_t start = signoff_start(str(span), knowledge_.outlets);
    if (start == npos) return {};
    return trim(text_, {span.begin + static_cast<uint32_t>(start), span.end});
  }

  std::string_view text_;
  const Knowledge& knowledge_;
  const FurnitureWords& words_;
  Furnished found_;
};

}  // namespace

Furnished find_furniture(std::string_view text, const Knowledge& knowledge) {
  return FurnitureFinder(text, knowledge).find();
}

}  // namespace verbale
