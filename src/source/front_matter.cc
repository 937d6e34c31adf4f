#include "source/front_matter.h"

#include "base/utf8.h"

namespace verbale {
namespace {

constexpr int kMostLines = 200;

// The line at `at` without its break; `next` is where the line after it starts.
std::string_view line_at(std::string_view text, size_t at, size_t& next) {
  const size_t end = text.find_first_of("\r\n", at);
  if (end == std::string_view::npos) {
    next = text.size();
    return text.substr(at);
  }
  next = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  return text.substr(at, end - at);
}

std::string_view trimmed(std::string_view text) {
  const size_t start = text.find_first_not_of(" \t");
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(" \t") - start + 1);
}

// A YAML scalar as far as metadata need it: plain, or in quotation marks; a comment after a plain
// one falls off.
std::string scalar(std::string_view value) {
  value = trimmed(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
      value.back() == value.front()) {
    const char quote = value.front();
    value = value.substr(1, value.size() - 2);
    std::string out;
    for (size_t i = 0; i < value.size(); ++i) {
      const bool escaped =
          i + 1 < value.size() && value[i + 1] == quote && value[i] == (quote == '"' ? '\\' : '\'');
      if (escaped) ++i;
      out += value[i];
    }
    return out;
  }
  if (const size_t comment = value.find(" #"); comment != std::string_view::npos) {
    value = trimmed(value.substr(0, comment));
  }
  return std::string(value);
}

std::string* field(GivenMetadata& given, std::string_view key) {
  if (key == "title") return &given.title;
  if (key == "date") return &given.date;
  if (key == "outlet" || key == "source") return &given.outlet;
  if (key == "url") return &given.url;
  if (key == "language" || key == "lang") return &given.language;
  if (key == "side") return &given.side;
  return nullptr;
}

}  // namespace

size_t read_front_matter(std::string_view text, GivenMetadata& given) {
  size_t at = 0;
  if (trimmed(line_at(text, 0, at)) != "---") return 0;
  GivenMetadata found;
  for (int lines = 0; lines < kMostLines && at < text.size(); ++lines) {
    const std::string_view line = line_at(text, at, at);
    const std::string_view mark = trimmed(line);
    if (mark == "---" || mark == "...") {
      given = found;
      return at;
    }
    const size_t colon = line.find(':');
    const bool other_yaml = mark.empty() || mark[0] == '#' || mark[0] == '-' || line[0] == ' ';
    if (other_yaml) continue;
    if (colon == std::string_view::npos) return 0;  // a rule and prose, no front matter
    if (std::string* place = field(found, to_lower(trimmed(line.substr(0, colon))))) {
      *place = scalar(line.substr(colon + 1));
    }
  }
  return 0;
}

}  // namespace verbale
