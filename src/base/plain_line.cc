#include "base/plain_line.h"

#include "base/utf8.h"

namespace verbale {
namespace {

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029;
}

}  // namespace

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
    if (is_control(point.value)) {
      out += ' ';
    } else {
      out += text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

bool has_control(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    if (is_control(point.value)) return true;
    at += point.length;
  }
  return false;
}

bool is_name(std::string_view text, uint32_t most) {
  bool blank = true;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    blank = blank && is_space(point.value);
    at += point.length;
  }
  return !blank && !has_control(text) && find_malformed_utf8(text) == std::string_view::npos &&
         CodePointIndex(text).code_points() <= most;
}

}  // namespace verbale
