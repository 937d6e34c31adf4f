#include "publication/signoff.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "publication/lines.h"

namespace verbale {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr size_t kLongest = 60;  // bytes of a sign-off

constexpr bool is_mark(char32_t c) {
  return c == ' ' || c == '-' || c == '/' || c == '.' || c == '(' || c == ')' || c == '[' ||
         c == ']' || c == ',' || c == '*' || c == 0x2013 || c == 0x2014 || c == 0x2026 || c == 0xA0;
}

// Without dashes, brackets, slashes and dots at both ends.
std::string_view bare(std::string_view text) {
  while (!text.empty() && is_mark(decode_utf8(text, 0).value)) {
    text.remove_prefix(decode_utf8(text, 0).length);
  }
  while (!text.empty() && is_mark(decode_utf8_before(text, text.size()).value)) {
    text.remove_suffix(decode_utf8_before(text, text.size()).length);
  }
  return text;
}

// A name counts as written in the pack or in capitals: "trend" and "map" are words of the language.
const Outlet* outlet_as_written(std::string_view name, const Outlets& outlets) {
  const Outlet* outlet = outlets.by_name(name);
  if (outlet == nullptr || outlet->kind == OutletKind::Government) return nullptr;
  const bool written =
      std::find(outlet->names.begin(), outlet->names.end(), name) != outlet->names.end();
  const bool capitals =
      std::all_of(name.begin(), name.end(), [](char c) { return c < 'a' || c > 'z'; });
  return written || capitals ? outlet : nullptr;
}

bool says_end(std::string_view words) {
  constexpr auto kEnds = std::to_array<std::string_view>(
      {"enditem", "end item", "ends", "end", "end text", "more", "with agency inputs",
       "with agencies", "agencies", "end of text"});
  const std::string key = fold(words);
  return std::find(kEnds.begin(), kEnds.end(), key) != kEnds.end();
}

// After an agency's name its editors may sign: "PTI ABC DEF", "VNA/VNP", "Reuters, AFP".
bool is_signature(std::string_view words, const Outlets& outlets) {
  if (outlet_as_written(words, outlets) != nullptr || says_end(words)) return true;
  const size_t cut = words.find_first_of("/ ,");
  if (cut == npos || words.size() > 30 ||
      outlet_as_written(words.substr(0, cut), outlets) == nullptr) {
    return false;
  }
  return std::all_of(words.begin() + static_cast<long>(cut), words.end(),
                     [](char c) { return c < 'a' || c > 'z'; });
}

// Where a sign-off may start after the end of a sentence or a dash: tried from the last mark
// backwards.
bool may_start_at(std::string_view line, size_t at) {
  if (at == 0) return true;
  const std::string_view before = line.substr(0, at);
  const char32_t mark = decode_utf8(line, at).value;
  const bool dash = mark == '-' || mark == 0x2013 || mark == 0x2014;
  if (mark == '(' || mark == '[' || mark == '/') return true;
  if (dash) return before.ends_with(' ') || ends_sentence(before);
  const Span text = trim(before, {0, static_cast<uint32_t>(before.size())});
  return before.ends_with(' ') && ends_sentence(before.substr(0, text.end));
}

}  // namespace

size_t signoff_start(std::string_view line, const Outlets& outlets) {
  const size_t from = line.size() > kLongest ? line.size() - kLongest : 0;
  for (size_t at = from; at < line.size(); ++at) {
    if ((static_cast<unsigned char>(line[at]) & 0xC0) == 0x80 || !may_start_at(line, at)) continue;
    const std::string_view words = bare(line.substr(at));
    if (words.empty() || !is_signature(words, outlets)) continue;
    // "(VNA)" within a sentence that ends there would be text; after a full stop it signs.
    const std::string_view before = line.substr(0, at);
    const Span text = trim(before, {0, static_cast<uint32_t>(before.size())});
    if (at == 0 || ends_sentence(before.substr(0, text.end))) return at;
  }
  return npos;
}

const Outlet* signoff_outlet(std::string_view signoff, const Outlets& outlets) {
  const std::string_view words = bare(signoff);
  if (const Outlet* outlet = outlet_as_written(words, outlets)) return outlet;
  return outlet_as_written(words.substr(0, words.find_first_of("/ ,")), outlets);
}

}  // namespace verbale
