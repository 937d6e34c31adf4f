#include "base/plain_line.h"

#include "base/utf8.h"

namespace verbale {

std::string plain_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string cut_line(std::string_view line, uint32_t most) {
  const CodePointIndex index(line);
  if (index.code_points() <= most) return std::string(line);
  size_t end = index.to_bytes(most);
  const size_t blank = line.rfind(' ', end);
  if (blank != std::string_view::npos && blank > end / 2) end = blank;
  return std::string(line.substr(0, end)) + " …";
}

std::string one_line(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    const bool control = point.value < 0x20 || (point.value >= 0x7f && point.value < 0xa0) ||
                         point.value == 0x2028 || point.value == 0x2029;
    if (control) {
      out += ' ';
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

}  // namespace verbale
