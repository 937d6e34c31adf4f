#include "knowledge/furniture.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

bool ends_word(std::string_view key, size_t at) {
  return at >= key.size() || !is_word_character(decode_utf8(key, at).value) ||
         !is_word_character(decode_utf8_before(key, at).value);
}

}  // namespace

std::string FurnitureWords::key_of(std::string_view text) {
  std::string key;
  for (size_t at = 0; at < text.size();) {
    const CodePoint c = decode_utf8(text, at);
    if (is_space(c.value)) {
      if (!key.empty() && key.back() != ' ') key += ' ';
    } else if (c.value < 0x80) {
      key += static_cast<char>(is_upper(c.value) ? c.value | 0x20 : c.value);
    } else if (c.value == 0x2019 || c.value == 0x2018) {
      key += '\'';
    } else {
      key += fold(text.substr(at, c.length));
    }
    at += c.length;
  }
  const auto is_mark = [](char c) { return std::string_view(" .*#_-=|>").contains(c); };
  while (!key.empty() && is_mark(key.back())) key.pop_back();
  const size_t start = std::min(key.find_first_not_of(" .*#_-=|<"), key.size());
  return key.substr(start);
}

Result<FurnitureWords> FurnitureWords::load(const std::string& home) {
  FurnitureWords words;
  const auto add = [&](const TsvRow& row) -> std::string {
    std::string phrase = key_of(row[0]);
    if (phrase.empty()) return "no phrase";
    if (row[1] == "line") {
      words.lines_.insert(std::move(phrase));
    } else if (row[1] == "tail") {
      words.tails_.insert(std::move(phrase));
    } else if (row[1] == "stamp") {
      words.stamps_.insert(std::move(phrase));
    } else if (row[1] == "dated") {
      words.dated_.insert(std::move(phrase));
    } else if (row[1] == "credit") {
      words.credits_.insert(std::move(phrase));
    } else if (row[1] == "start" || row[1] == "label") {
      words.longest_start_ = std::max(words.longest_start_, phrase.size());
      (row[1] == "start" ? words.starts_ : words.labels_).insert(std::move(phrase));
    } else if (row[1] == "inline") {
      words.inline_.push_back(std::move(phrase));
    } else {
      return fmt::format("no match '{}'", row[1]);
    }
    return {};
  };
  const Result<void> read =
      read_pack(home + "/knowledge/en/furniture.tsv", {"phrase", "match"}, add);
  if (!read) return std::unexpected(read.error());
  return words;
}

bool FurnitureWords::starts_with_one_of(std::string_view key, const Set& phrases) const {
  const size_t longest = std::min(longest_start_, key.size());
  for (size_t length = 1; length <= longest; ++length) {
    if (ends_word(key, length) && phrases.contains(key.substr(0, length))) return true;
  }
  return false;
}

}  // namespace verbale
