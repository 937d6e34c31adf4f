#include "publication/within.h"

#include <algorithm>

#include "base/utf8.h"
#include "publication/lines.h"

namespace verbale {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr size_t kLongestTag = 300;
constexpr size_t kLongestTooltip = 200;
constexpr size_t kReach = 120;  // bytes before a tooltip in which the name it explains stands

// "<br>", "</span>", "<!-- -->": bytes of the tag at `at`, 0 where there is none.
size_t tag_length(std::string_view line, size_t at) {
  const std::string_view rest = line.substr(at, kLongestTag);
  if (rest.size() < 3) return 0;
  if (rest.starts_with("<!--")) {
    const size_t end = rest.find("-->");
    return end == npos ? 0 : end + 3;
  }
  const char first = rest[1] == '/' ? rest[2] : rest[1];
  const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
  const size_t end = rest.find('>');
  return letter && end != npos ? end + 1 : 0;
}

// Pages that explain a name in a box leave "...     Surname NamePresident of X ." in the text: set
// apart by blanks, it starts with a word of the name just said. Returns where it ends, npos if it
// is none.
size_t tooltip_end(std::string_view line, size_t blanks, size_t start) {
  const size_t word_end = line.find_first_of(" ,.", start);
  if (word_end == npos || word_end - start < 2 || !is_upper(decode_utf8(line, start).value))
    return npos;
  const std::string_view word = line.substr(start, word_end - start);
  const size_t from = blanks > kReach ? blanks - kReach : 0;
  if (line.substr(from, blanks - from).find(word) == npos) return npos;
  for (size_t at = word_end; at < line.size() && at - start < kLongestTooltip; ++at) {
    if (line[at] != ' ' || at + 1 >= line.size()) continue;
    const bool ends = line[at + 1] == ' ' || std::string_view(".,;:)").contains(line[at + 1]);
    if (ends) return at;
  }
  return line.size() - start < kLongestTooltip ? line.size() : npos;
}

}  // namespace

void find_within(std::string_view text, Span span, const FurnitureWords& words,
                 std::vector<Span>& found) {
  const std::string_view line = text.substr(span.begin, span.size());
  const auto add = [&](size_t begin, size_t end) {
    found.push_back(trim(text, {span.begin + static_cast<uint32_t>(begin),
                                span.begin + static_cast<uint32_t>(end)}));
  };
  for (size_t at = line.find_first_of("<([ "); at != npos;
       at = line.find_first_of("<([ ", at + 1)) {
    size_t end = npos;
    size_t begin = at;
    if (line[at] == '<') {
      if (const size_t length = tag_length(line, at); length > 0) end = at + length;
    } else if (line[at] == ' ') {
      begin = std::min(line.find_first_not_of(' ', at), line.size());
      if (begin - at >= 3) end = tooltip_end(line, at, begin);
      if (end == npos) at = begin - 1;
    } else {
      const std::string head = fold(line.substr(at, 40));
      for (const std::string& phrase : words.inline_phrases()) {
        if (head.starts_with(phrase)) end = at + phrase.size();
      }
    }
    if (end == npos) continue;
    add(begin, end);
    at = end - 1;
  }
}

}  // namespace verbale
