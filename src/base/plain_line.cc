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

}  // namespace verbale
