#include "publication/stamps.h"

#include "base/dates.h"
#include "base/utf8.h"

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

// " 14:30", "T14:30"
bool starts_with_time(std::string_view rest) {
  const size_t colon = rest.find(':');
  return colon != std::string_view::npos && colon >= 2 && colon <= 4 && is_digit(rest[colon - 1]);
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
    if (word_end == std::string_view::npos ||
        !knowledge.outlets.by_name(before.substr(0, word_end))) {
      return std::nullopt;
    }
    if (!pass_over(before, word_end, knowledge)) return std::nullopt;
  }
  at = date->end;
  if (pass_over(line, at, knowledge)) return Stamp{line.size(), date->iso};
  // Text follows on the same line: only "published X" or an ISO date is a stamp then, not "On May
  // 3, 2024, leaders met".
  const bool iso = line.substr(date->begin, date->end - date->begin) == date->iso;
  std::string key = FurnitureWords::key_of(before);
  if (key.ends_with(':')) key.pop_back();
  if (!knowledge.furniture.is_dated(key) && !(iso && key.empty())) return std::nullopt;
  return Stamp{starts_with_time(line.substr(date->end)) ? at : date->end, date->iso};
}

}  // namespace verbale
