#include "publication/headings.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr uint32_t kLongestTitle = 60;  // words
constexpr uint32_t kLongestHeading = 12;
constexpr size_t kTitleWithin = 4;  // pieces of text at the start among which the title is
constexpr auto npos = std::string_view::npos;

std::string_view str(std::string_view text, const Piece& piece) {
  return text.substr(piece.span.begin, piece.span.size());
}

// Bytes of "## " at the start of a Markdown heading, 0 where there is none.
size_t heading_marks(std::string_view line) {
  const size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > 6 || marks >= line.size() || line[marks] != ' ') return 0;
  return line.find_first_not_of(' ', marks);
}

// Letters and digits alone, folded: titles differ in quotes, dashes and blanks.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : fold(text)) {
    const bool ascii_mark =
        static_cast<unsigned char>(c) < 0x80 && !is_word_character(static_cast<unsigned char>(c));
    if (!ascii_mark) out += c;
  }
  std::string kept;
  for (size_t at = 0; at < out.size();) {
    const CodePoint c = decode_utf8(out, at);
    if (is_word_character(c.value)) kept.append(out, at, c.length);
    at += c.length;
  }
  return kept;
}

bool looks_like_title(std::string_view line) {
  return !ends_sentence(line) && !line.ends_with(',') && !line.ends_with(';') &&
         !line.ends_with(':') && count_words(line, kLongestTitle + 1) <= kLongestTitle;
}

// "- ", "* ", "• ", "(a) ", "1. ", "iv) ": bytes of the mark with the blanks after it, 0 where
// none.
size_t bullet_length(std::string_view line) {
  const auto skip_blanks = [&](size_t at) -> size_t {
    const size_t next = line.find_first_not_of(" \t", at);
    return next == npos || next == at ? 0 : next;
  };
  for (const std::string_view bullet :
       {"-", "*", "+", "•", "–", "—", "·", "▪", "■", "●", "◦", "‣", "o", "✓"}) {
    if (line.starts_with(bullet)) return skip_blanks(bullet.size());
  }
  for (const std::string_view bullet : {"•", "▪", "■", "●", "◦", "‣"}) {
    if (line.starts_with(bullet)) return bullet.size();
  }
  return 0;
}

// The number or letter of an item: "1.", "12)", "(iv)", "a)".
size_t number_length(std::string_view line) {
  const size_t start = line.starts_with('(') ? 1 : 0;
  size_t at = start;
  while (at < line.size() && at < start + 4 && line[at] >= '0' && line[at] <= '9') ++at;
  if (at == start) {
    while (at < line.size() && at < start + 4 && std::string_view("ivxabcdefgh").contains(line[at]))
      ++at;
  }
  if (at == start || at >= line.size()) return 0;
  const bool closed = line[at] == ')' || (start == 0 && line[at] == '.');
  if (!closed) return 0;
  const size_t next = line.find_first_not_of(" \t", at + 1);
  return next == npos || next == at + 1 ? 0 : next;
}

// A heading between paragraphs is short, is no sentence and no part of one.
bool looks_like_heading(std::string_view line) {
  if (line.size() > 140 || !looks_like_title(line)) return false;
  if (count_words(line, kLongestHeading + 1) > kLongestHeading) return false;
  const CodePoint first = decode_utf8(line, 0);
  return !is_lower(first.value) && first.value != '"' && first.value != 0x201C;
}

// Takes Markdown's emphasis and heading marks off both ends.
void strip_marks(std::string_view text, Piece& piece) {
  std::string_view line = str(text, piece);
  if (const size_t marks = heading_marks(line); marks > 0) {
    piece.span.begin += static_cast<uint32_t>(marks);
    line = str(text, piece);
  }
  for (const std::string_view mark : {"***", "**", "*", "__", "_"}) {
    if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark) &&
        line.substr(mark.size(), line.size() - 2 * mark.size()).find(mark) == npos) {
      piece.span.begin += static_cast<uint32_t>(mark.size());
      piece.span.end -= static_cast<uint32_t>(mark.size());
      return;
    }
  }
}

size_t find_title(std::string_view text, std::string_view given, const std::vector<Piece>& pieces) {
  const std::string wanted = letters_of(given);
  size_t first = npos;
  size_t seen = 0;
  for (size_t i = 0; i < pieces.size() && seen < kTitleWithin; ++i) {
    if (pieces[i].kind == ParagraphKind::Furniture) continue;
    const std::string_view line = str(text, pieces[i]);
    if (!wanted.empty() && line.size() < 1000 && letters_of(line) == wanted) return i;
    if (heading_marks(line) > 0) return i;
    if (first == npos) first = i;
    ++seen;
  }
  const bool alone = seen < 2;
  if (first == npos || alone || !looks_like_title(str(text, pieces[first]))) return npos;
  return bullet_length(str(text, pieces[first])) == 0 ? first : npos;
}

}  // namespace

bool same_title(std::string_view a, std::string_view b) {
  constexpr size_t kShortest = 12;  // letters that tell a title from a word in it
  const std::string one = letters_of(a);
  const std::string other = letters_of(b);
  if (one == other) return true;
  const std::string& shorter = one.size() < other.size() ? one : other;
  const std::string& longer = one.size() < other.size() ? other : one;
  return shorter.size() >= kShortest && longer.starts_with(shorter);
}

Span mark_title(std::string_view text, std::string_view given_title, std::vector<Piece>& pieces) {
  const size_t title = find_title(text, given_title, pieces);
  if (title == npos) return {};
  pieces[title].kind = ParagraphKind::Title;
  strip_marks(text, pieces[title]);
  return pieces[title].span;
}

void mark_headings_and_items(std::string_view text, std::vector<Piece>& pieces) {
  bool in_list = false;  // after a line that ends with a colon, or an item
  for (size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    if (piece.kind != ParagraphKind::Body) continue;
    strip_marks(text, piece);
    const std::string_view line = str(text, piece);
    const bool last = i + 1 == pieces.size();
    const size_t bullet = bullet_length(line);
    const size_t number = bullet == 0 ? number_length(line) : 0;
    const CodePoint opening = decode_utf8(line, bullet + number);
    const bool goes_on = line.ends_with(';') || line.ends_with("; and") || line.ends_with(", and");
    const bool item = bullet > 0 || (in_list && (number > 0 || goes_on || is_lower(opening.value)));
    piece.span.begin += static_cast<uint32_t>(bullet + number);
    if (item) {
      piece.kind = ParagraphKind::ListItem;
    } else if (!last && looks_like_heading(str(text, piece))) {
      piece.kind = ParagraphKind::Title;
    }
    in_list = line.ends_with(':') || (item && (bullet > 0 || goes_on || number > 0));
  }
}

}  // namespace verbale
