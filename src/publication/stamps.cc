#include "publication/stamps.h"

#include <algorithm>

#include "base/dates.h"
#include "base/utf8.h"
#include "publication/dateline.h"
#include "publication/lines.h"

namespace verbale {
namespace {

constexpr size_t kLongestStamp = 160;

bool is_stamp_word(std::string_view word, const Knowledge& knowledge) {
  const std::string key = fold(word);
  return knowledge.furniture.is_stamp(key) || weekday_number(key) != 0;
}

// Where the words of a stamp end: letters that are stamp words, numbers and marks may stand in it.
// `at` moves over them; true if it reached the end of the line.
bool pass_over(std::string_view line, size_t& at, const Knowledge& knowledge) {
  size_t good = at;
  while (at < line.size()) {
    const CodePoint c = decode_utf8(line, at);
    if (!is_letter(c.value)) {
      const bool digit = is_digit(c.value);
      at += c.length;
      if (digit) good = at;
      continue;
    }
    size_t end = at;
    while (end < line.size() && is_word_character(decode_utf8(line, end).value)) {
      end += decode_utf8(line, end).length;
    }
    if (!is_stamp_word(line.substr(at, end - at), knowledge)) {
      at = good;
      return false;
    }
    at = end;
    good = at;
  }
  return true;
}

// One to four words with capitals: a name that may stand before a date.
bool is_name(std::string_view words) {
  constexpr uint32_t kMost = 4;
  if (words.empty() || words.size() > 50 || count_words(words, kMost + 1) > kMost) return false;
  for (size_t at = 0; at < words.size(); at += decode_utf8(words, at).length) {
    const CodePoint c = decode_utf8(words, at);
    const bool starts = at == 0 || words[at - 1] == ' ';
    if (is_digit(c.value) || c.value == ':' || c.value == ';' || (starts && !is_upper(c.value))) return false;
  }
  return true;
}

bool names_document(std::string_view name) {
  constexpr std::string_view kDocuments[] = {"statement", "declaration", "communique", "remarks", "readout", "agreement",
                                             "minutes",   "speech",      "report",     "talks",   "meeting", "summit",
                                             "call",      "visit",       "briefing",   "on",      "in",      "at"};
  const std::string folded = fold(name);
  return std::any_of(std::begin(kDocuments), std::end(kDocuments), [&](std::string_view word) {
    const size_t at = folded.find(word);
    return at != std::string::npos && (at == 0 || folded[at - 1] == ' ') && (at + word.size() == folded.size() || folded[at + word.size()] == ' ');
  });
}

// The name before the date, without the word "date" and its like behind it; `stamped`: there is such a word.
std::string_view name_before(std::string_view before, const Knowledge& knowledge, bool& stamped) {
  constexpr std::string_view kMarks = " ,|-";
  const auto trimmed = [&](std::string_view words) {
    return words.substr(0, words.find_last_not_of(kMarks) == std::string_view::npos ? 0 : words.find_last_not_of(kMarks) + 1);
  };
  before = trimmed(before);
  const size_t blank = before.rfind(' ');
  stamped = blank != std::string_view::npos && is_stamp_word(before.substr(blank + 1), knowledge) &&
            weekday_number(fold(before.substr(blank + 1))) == 0;
  if (stamped) before = trimmed(before.substr(0, blank));
  return is_name(before) ? before : std::string_view();
}

// " 14:30", "T14:30"
bool starts_with_time(std::string_view rest) {
  const size_t colon = rest.find(':');
  return colon != std::string_view::npos && colon >= 2 && colon <= 4 && is_digit(rest[colon - 1]);
}

std::optional<Stamp> named_stamp(std::string_view line, std::string_view before, const DateInText& date,
                                 const Knowledge& knowledge) {
  bool stamped = false;
  const std::string_view name = name_before(before, knowledge, stamped);
  if (name.empty()) return std::nullopt;
  size_t at = date.end;
  const bool whole = pass_over(line, at, knowledge);
  const bool iso = line.substr(date.begin, date.end - date.begin) == date.iso;
  if (!whole && !(stamped && iso)) return std::nullopt;
  // "Lima Declaration, 8 July 2019" is a title.
  const bool bare = !stamped && !is_place_name(name, knowledge.world);
  if (bare && (!iso || names_document(name))) return std::nullopt;
  return Stamp{whole ? line.size() : date.end, date.iso, name};
}

}  // namespace

std::optional<Stamp> find_stamp(std::string_view line, const Knowledge& knowledge) {
  const std::string_view head = line.substr(0, kLongestStamp);
  if (head.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
  size_t at = 0;
  const std::optional<DateInText> date = find_date(head);
  if (!date) return std::nullopt;
  // An outlet's name may stand before the date, at the foot of a page ("VOV date 2024-08-20").
  const std::string_view before = head.substr(0, date->begin);
  if (!pass_over(before, at, knowledge)) {
    size_t word_end = before.find(' ');
    const bool known = word_end != std::string_view::npos && knowledge.outlets.by_name(before.substr(0, word_end)) &&
                       pass_over(before, word_end, knowledge);
    if (!known) return named_stamp(line, before, *date, knowledge);
  }
  at = date->end;
  if (pass_over(line, at, knowledge)) return Stamp{line.size(), date->iso, {}};
  // Text follows on the same line: only "published X" or an ISO date is a stamp then, not "On May
  // 3, 2024, leaders met".
  const bool iso = line.substr(date->begin, date->end - date->begin) == date->iso;
  std::string key = FurnitureWords::key_of(before);
  if (key.ends_with(':')) key.pop_back();
  if (!knowledge.furniture.is_dated(key) && !(iso && key.empty())) return std::nullopt;
  return Stamp{starts_with_time(line.substr(date->end)) ? at : date->end, date->iso, {}};
}

}  // namespace verbale
