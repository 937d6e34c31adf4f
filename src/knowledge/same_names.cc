#include "knowledge/same_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

bool is_state_code(std::string_view code) {
  return code.size() == 3 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "VNM CHN"; what is wrong with it, or nothing.
std::string read_states(std::string_view cell, std::vector<std::string>& out) {
  for (const std::string_view code : split_cell(cell, ' ')) {
    if (!is_state_code(code)) return fmt::format("no state code \"{}\"", code);
    out.emplace_back(code);
  }
  return {};
}

// "document:VNM CHN", "sentence:VNM" or nothing.
std::string read_scope(std::string_view cell, KnownName& name) {
  if (cell.empty()) return {};
  const size_t colon = cell.find(':');
  const std::string_view where = cell.substr(0, colon);
  if (where == "document")
    name.scope = NameScope::Document;
  else if (where == "sentence")
    name.scope = NameScope::Sentence;
  else
    return fmt::format("only_with is neither document:STATES nor sentence:STATES: \"{}\"", cell);
  if (colon == std::string_view::npos || colon + 1 == cell.size())
    return "only_with names no state";
  return read_states(cell.substr(colon + 1), name.states);
}

constexpr auto kClasses =
    std::to_array<std::string_view>({"same", "small", "pair", "joint", "place", "caption"});

}  // namespace

bool KnownName::fits(std::string_view text) const {
  const auto is_letter_byte = [](char c) {
    return (c & 0x80) != 0 || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  };
  if (std::ranges::none_of(written, is_letter_byte))
    return text == written;  // "9/11" is not "9-11"
  const auto next = [](std::string_view from, size_t& at) {
    while (at < from.size()) {
      const CodePoint c = decode_utf8(from, at);
      at += c.length;
      if (is_word_character(c.value)) return c.value;
    }
    return char32_t{0};
  };
  size_t a = 0;
  size_t b = 0;
  for (;;) {
    const char32_t wanted = next(written, a);
    const char32_t found = next(text, b);
    if (wanted == 0 || found == 0) return true;
    if (is_upper(wanted) && !is_upper(found)) return false;
  }
}

Result<SameNames> SameNames::load(const std::string& home) {
  SameNames names;
  std::set<std::string, std::less<>> told;
  const auto add = [&](const TsvRow& row) -> std::string {
    if (row[0].empty() || row[1].empty() || row[2].empty())
      return "thing, kind and name may not be empty";
    if (row[5].empty()) return "the origin is missing";
    if (names.things_.empty() || names.things_.back().name != row[0]) {
      if (!told.emplace(row[0]).second)
        return fmt::format("the rows of \"{}\" do not stand together", row[0]);
      names.things_.push_back({std::string(row[0]), std::string(row[1])});
    }
    if (names.things_.back().kind != row[1]) return fmt::format("\"{}\" has two kinds", row[0]);
    KnownName name;
    name.thing = static_cast<int32_t>(names.things_.size()) - 1;
    name.written = row[2];
    std::string wrong = read_states(row[3], name.used_by);
    if (wrong.empty()) wrong = read_scope(row[4], name);
    if (!wrong.empty()) return wrong;
    const std::string phrase = word_phrase(row[2]);
    if (phrase.empty()) return "a name has no word";
    names.table_.add(phrase, static_cast<int32_t>(names.names_.size()));
    names.names_.push_back(std::move(name));
    return {};
  };
  const Result<void> read =
      read_pack(home + "/knowledge/world/same_names.tsv",
                {"thing", "kind", "name", "used_by", "only_with", "origin"}, add);
  if (!read) return std::unexpected(read.error());
  return names;
}

Result<NameForms> NameForms::load(const std::string& home) {
  NameForms forms;
  const auto add = [&](const TsvRow& row) -> std::string {
    const auto found = std::ranges::find(kClasses, row[1]);
    if (found == kClasses.end()) return fmt::format("there is no class \"{}\"", row[1]);
    const size_t kind = static_cast<size_t>(found - kClasses.begin());
    const std::string words = word_phrase(row[0]);
    if (words.empty()) return "no word";
    if (static_cast<NameWordClass>(kind) == NameWordClass::Same) {
      if (row[2].empty()) return "what the word stands for is missing";
      forms.same_.add(words, static_cast<int32_t>(forms.values_.size()));
      forms.values_.emplace_back(fold(row[2]));
      return {};
    }
    const std::string value = fold(row[2].empty() ? row[0] : row[2]);
    if (!forms.words_[kind].try_emplace(words, value).second)
      return fmt::format("\"{}\" stands twice", row[0]);
    return {};
  };
  const Result<void> read =
      read_pack(home + "/knowledge/en/name_forms.tsv", {"word", "class", "stands_for"}, add);
  if (!read) return std::unexpected(read.error());
  return forms;
}

bool NameForms::is(std::string_view word, NameWordClass kind) const {
  return words_[static_cast<size_t>(kind)].contains(word);
}

std::string_view NameForms::stands_for(std::string_view word, NameWordClass kind) const {
  const Map& words = words_[static_cast<size_t>(kind)];
  const Map::const_iterator found = words.find(word);
  return found == words.end() ? word : std::string_view(found->second);
}

}  // namespace verbale
