// Fields of a correction as they are typed: "speaker=to-lam", "content=words that stand there".
#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "review/wishes.h"

namespace verbale {
namespace {

bool is_range(std::string_view text, CodeRange& range) {
  const size_t dash = text.find('-');
  if (dash == 0 || dash == std::string_view::npos || dash + 1 == text.size() || text.size() > 21)
    return false;
  uint64_t numbers[2] = {0, 0};
  for (size_t i = 0; i < text.size(); ++i) {
    if (i == dash) continue;
    if (text[i] < '0' || text[i] > '9') return false;
    uint64_t& number = numbers[i > dash];
    number = number * 10 + static_cast<uint64_t>(text[i] - '0');
  }
  if (numbers[0] >= numbers[1] || numbers[1] > UINT32_MAX) return false;
  range = {static_cast<uint32_t>(numbers[0]), static_cast<uint32_t>(numbers[1])};
  return true;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const size_t comma = std::min(list.find(','), list.size());
    if (comma > 0) items.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return items;
}

// The words' place that is nearest to the entry.
Result<CodeRange> find_words_near(const FoundEntry& found, std::string_view words) {
  const CodePointIndex index(found.text);
  const int64_t here = index.to_bytes(found.start);
  std::optional<size_t> nearest;
  for (size_t at = found.text.find(words); at != std::string::npos;
       at = found.text.find(words, at + 1)) {
    if (!nearest ||
        std::abs(static_cast<int64_t>(at) - here) < std::abs(static_cast<int64_t>(*nearest) - here))
      nearest = at;
  }
  if (!nearest)
    return fail(std::string(words), "these words are not in the text",
                "give them as they stand there, or START-END in code points");
  return CodeRange{index.to_code_points(static_cast<uint32_t>(*nearest)),
                   index.to_code_points(static_cast<uint32_t>(*nearest + words.size()))};
}

Result<CodeRange> read_range(std::string_view value, const FoundEntry& found) {
  CodeRange range;
  if (value.empty() || is_range(value, range)) return range;
  return find_words_near(found, value);
}

struct SettingReader {
  std::string_view value;
  const FoundEntry& found;

  Result<void> read(std::string& field) const {
    field = value;
    return {};
  }
  Result<void> read(bool& field) const {
    field = value == "true" || value == "yes";
    if (field || value == "false" || value == "no") return {};
    return fail(std::string(value), "is neither true nor false");
  }
  Result<void> read(int64_t& field) const {
    if (value.empty() || value.size() > 9 || value.find_first_not_of("0123456789") != value.npos)
      return fail(std::string(value), "is no number");
    field = 0;
    for (const char digit : value) field = field * 10 + (digit - '0');
    return {};
  }
  Result<void> read(CodeRange& field) const {
    const Result<CodeRange> range = read_range(value, found);
    if (!range) return std::unexpected(range.error());
    field = *range;
    return {};
  }
  Result<void> read(std::vector<std::string>& field) const {
    field = split(value);
    return {};
  }
  // Words may hold commas: only ranges are parted by them.
  Result<void> read(std::vector<CodeRange>& field) const {
    CodeRange range;
    const std::vector<std::string> items = split(value);
    const bool ranges =
        std::ranges::all_of(items, [&](const std::string& item) { return is_range(item, range); });
    for (const std::string& item : ranges ? items : std::vector<std::string>{std::string(value)}) {
      const Result<CodeRange> one = read_range(item, found);
      if (!one) return std::unexpected(one.error());
      field.push_back(*one);
    }
    return {};
  }
};

}  // namespace

Result<void> add_setting(Correction& change, std::string_view setting, const FoundEntry& found) {
  const size_t equals = std::min(setting.find('='), setting.size());
  std::string_view key = setting.substr(0, equals);
  if (key == "text") key = "content";
  if (key == "participants" || key == "parties") key = "by";
  Result<void> done = fail(std::string(setting), "is no field of an entry",
                           "fields are those of `verbale show --json`");
  for_each_field([&](const auto& field) {
    if (field.name != key || equals == setting.size()) return;
    done = SettingReader{setting.substr(equals + 1), found}.read((change.*field.member).emplace());
  });
  return done;
}

}  // namespace verbale
