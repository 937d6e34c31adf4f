#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unicode/uchar.h>
#include <unistd.h>

#include <charconv>
#include <cstdlib>
#include <cstring>

#include "base/utf8.h"

namespace verbale {
namespace {

int descriptor_of(Stream stream) {
  return stream == Stream::Output ? STDOUT_FILENO : STDERR_FILENO;
}

const char* escape_of(Style style) {
  switch (style) {
    case Style::Plain: return "";
    case Style::Bold: return "\x1b[1m";
    case Style::Dim: return "\x1b[2m";
    case Style::Id: return "\x1b[36m";
    case Style::Good: return "\x1b[32m";
    case Style::Bad: return "\x1b[31m";
    case Style::Hit: return "\x1b[1;33m";
  }
  return "";
}

int columns_of_character(char32_t c) {
  if (c < 0x300) return c >= 0x20 && (c < 0x7f || c >= 0xa0) ? 1 : 0;
  const UChar32 code = static_cast<UChar32>(c);
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
      return 0;
    default: break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

bool is_terminal(Stream stream) { return ::isatty(descriptor_of(stream)) != 0; }

int terminal_width() {
  if (const char* columns = std::getenv("COLUMNS")) {
    int width = 0;
    const char* end = columns + std::strlen(columns);
    if (std::from_chars(columns, end, width).ptr == end && width > 0) return width;
  }
  winsize size{};
  if (!is_terminal(Stream::Output) || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

bool uses_colour(Stream stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* terminal = std::getenv("TERM");
  if (terminal != nullptr && std::strcmp(terminal, "dumb") == 0) return false;
  return is_terminal(stream);
}

std::string styled(std::string_view text, Style style) {
  if (style == Style::Plain || !uses_colour(Stream::Output)) return std::string(text);
  return std::string(escape_of(style)) + std::string(text) + "\x1b[0m";
}

int columns_of(std::string_view text) {
  int columns = 0;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    columns += columns_of_character(point.value);
    at += point.length;
  }
  return columns;
}

std::string fit(std::string_view text, int columns) {
  if (columns <= 0) return {};
  int used = 0;
  size_t cut = 0;  // where to cut to leave a column for the ellipsis
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode_utf8(text, at);
    used += columns_of_character(point.value);
    if (used > columns) return std::string(text.substr(0, cut)) + "…";
    at += point.length;
    if (used < columns) cut = at;
  }
  return std::string(text);
}

}  // namespace verbale
