#include "publication/captions.h"

#include "base/utf8.h"
#include "publication/lines.h"

namespace verbale {
namespace {

constexpr size_t kLongestCredit = 120;
constexpr size_t kLongestCaption = 700;
constexpr auto npos = std::string_view::npos;

// Also "Getty Images": the first word is enough.
bool is_agency(std::string_view name, const Knowledge& knowledge) {
  if (name.starts_with("Getty") || name.starts_with("EPA")) return true;
  const Outlet* outlet = knowledge.outlets.by_name(name);
  if (outlet == nullptr) outlet = knowledge.outlets.by_name(name.substr(0, name.find(' ')));
  return outlet != nullptr && outlet->kind != OutletKind::Government;
}

// "Photo: VNA", "Photo by X", "Xinhua/Li", "AP Photo/X", "AFP via Getty Images", "VNA photo".
bool is_credit(std::string_view inside, const Knowledge& knowledge) {
  const FurnitureWords& words = knowledge.furniture;
  if (inside.empty() || inside.size() > kLongestCredit) return false;
  const std::string key = FurnitureWords::key_of(inside);
  if (words.is_credit(key)) return true;
  for (size_t at = key.find_first_of(" :/："); at != npos && at < 24;
       at = key.find_first_of(" :/：", at + 1)) {
    const bool opens = key[at] == ':' || key[at] == '/' || key.compare(at, 4, " by ") == 0;
    if (opens && words.is_credit(key.substr(0, at))) return true;
  }
  if (const size_t last = key.rfind(' '); last != npos && words.is_credit(key.substr(last + 1))) {
    return count_words(key) <= 4;
  }
  // "Xinhua/Li Wei", "Ana Roe/AFP via Getty Images": one part is an agency. "(video link)" and
  // "(START/New START)" are no credits.
  for (const std::string_view mark : {"/", " via "}) {
    const size_t at = inside.find(mark);
    if (at == npos || count_words(inside) > 8) continue;
    const std::string_view after = inside.substr(at + mark.size());
    if (is_agency(inside.substr(0, at), knowledge) || is_agency(after, knowledge)) return true;
  }
  return false;
}

// Where the last sentence before `at` starts; the caption does not reach further back.
size_t sentence_start(std::string_view line, size_t at) {
  for (size_t i = line.rfind(". ", at); i != npos && i > 0; i = line.rfind(". ", i - 1)) {
    const bool capital_next = i + 2 < at && is_upper(decode_utf8(line, i + 2).value);
    if (capital_next && ends_sentence(line.substr(0, i + 1))) return i + 2;
  }
  return 0;
}

// A credit in brackets, the last of several ("(R) ... (Photo: VNA)").
Caption bracketed(std::string_view line, const Knowledge& knowledge) {
  for (size_t open = line.find_first_of("(["); open != npos;
       open = line.find_first_of("([", open + 1)) {
    const size_t close = line.find(line[open] == '(' ? ')' : ']', open);
    if (close == npos) break;
    if (!is_credit(line.substr(open + 1, close - open - 1), knowledge)) continue;
    const size_t start = sentence_start(line, open);
    if (close - start > kLongestCaption) continue;
    size_t end = close + 1;
    if (end < line.size() && line[end] == '.') ++end;
    // A source given within a sentence is no caption: after one, a new sentence starts, or nothing.
    const size_t next = line.find_first_not_of(" \t", end);
    if (next != npos && !is_upper(decode_utf8(line, next).value)) continue;
    return {start, end};
  }
  return {};
}

// "... Photo: VNA", "... VNA/VNS Photo", "... - ảnh 1...": the whole line.
bool ends_with_credit(std::string_view line, const Knowledge& knowledge) {
  if (line.size() > kLongestCaption) return false;
  const size_t from = line.size() > kLongestCredit ? line.size() - kLongestCredit : 0;
  for (size_t at = line.find_first_of("Pp", from); at != npos;
       at = line.find_first_of("Pp", at + 1)) {
    const std::string_view rest = line.substr(at);
    const bool word = at == 0 || !is_letter(decode_utf8_before(line, at).value);
    if (!word || (!rest.starts_with("Photo") && !rest.starts_with("PHOTO"))) continue;
    if (rest.size() > 5 &&
        (rest[5] == ':' || rest[5] == '/' || rest.substr(5).starts_with(" by "))) {
      return count_words(rest) <= 10 && is_credit(rest, knowledge);
    }
    if (rest.size() <= 6 && at > 1 && line[at - 1] == ' ') return !ends_sentence(line);
  }
  return false;
}

// "Title of the page - ảnh 1Leaders at the talks": how some sites number the pictures.
bool is_numbered(std::string_view line) {
  for (const std::string_view mark :
       {" - ảnh ", " - Ảnh ", " - photo ", " - Photo ", " – Photo "}) {
    const size_t at = line.find(mark);
    if (at == npos || at + mark.size() >= line.size()) continue;
    const char digit = line[at + mark.size()];
    if (digit >= '0' && digit <= '9') return true;
  }
  return false;
}

}  // namespace

Caption find_caption(std::string_view line, const Knowledge& knowledge) {
  if (line.size() <= kLongestCaption && is_numbered(line)) return {0, line.size()};
  const Caption found = bracketed(line, knowledge);
  if (!found.empty()) return found;
  return ends_with_credit(line, knowledge) ? Caption{0, line.size()} : Caption{};
}

}  // namespace verbale
