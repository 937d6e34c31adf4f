#include "knowledge/framework_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 22> kSmallWords = {
    "a", "an", "the", "of", "and", "or", "on", "in", "to", "for", "with", "by", "at", "from", "between", "against",
    "about", "without", "as", "within", "s", "vs"};

// Which words of a name must have a capital: all that have one in the pack but the last of several, which
// texts write small at will ("Normandy format").
uint64_t capitals_of(std::string_view written) {
  const std::vector<std::string> words = split_words(written);
  const std::string lower = to_lower(written);
  const uint64_t first = !written.empty() && is_upper(decode_utf8(written, 0).value) ? 1 : 0;
  uint64_t capitals = 0;
  size_t at = 0;
  const size_t minded = words.size() == 1 ? 1 : std::min<size_t>(words.size() - 1, 64);
  for (size_t i = 0; i < minded; ++i) {
    at = lower.find(words[i], at);
    // Folded letters are not found again: only the first word is minded.
    if (at == std::string::npos || lower.size() != written.size()) return first;
    if (is_upper(decode_utf8(written, at).value)) capitals |= uint64_t{1} << i;
    at += words[i].size();
  }
  return capitals;
}

std::string no_kind(std::string_view cell) {
  return "there is no kind of framework \"" + std::string(cell) + "\"";
}

}  // namespace

std::string title_case(std::string_view text) {
  std::string out;
  size_t at = 0;
  while (at < text.size()) {
    size_t end = at;
    while (end < text.size() && text[end] != ' ' && text[end] != '-') ++end;
    const std::string_view word = text.substr(at, end - at);
    const bool small = at > 0 && std::find(kSmallWords.begin(), kSmallWords.end(), word) != kSmallWords.end();
    if (small || word.empty() || word[0] < 'a' || word[0] > 'z') {
      out += word;
    } else {
      out += static_cast<char>(word[0] - 'a' + 'A');
      out += word.substr(1);
    }
    if (end < text.size()) out += text[end];
    at = end + 1;
  }
  return out;
}

void FrameworkNames::add_variant(int32_t framework, std::string_view written, bool exact) {
  FrameworkVariant variant;
  variant.framework = framework;
  if (const size_t at = written.find('@'); at != std::string_view::npos) {
    variant.needs = written.substr(at + 1);
    written = written.substr(0, at);
  }
  variant.written = written;
  variant.exact = exact || split_words(written).size() == 1;
  variant.capitals = capitals_of(written);
  names_.add(word_phrase(written), static_cast<int32_t>(variants_.size()));
  variants_.push_back(std::move(variant));
}

Result<void> FrameworkNames::load_frameworks(const std::string& path) {
  return read_pack(path, {"name", "kind", "variants", "origin"}, [&](const TsvRow& row) {
    const std::optional<FrameworkKind> kind = value_from<FrameworkKind>(row[1]);
    if (!kind) return no_kind(row[1]);
    if (row[3].empty()) return std::string("the origin is missing");
    const int32_t index = static_cast<int32_t>(frameworks_.size());
    frameworks_.push_back({std::string(row[0]), *kind});
    bool own = false;
    for (std::string_view variant : split_cell(row[2])) {
      const bool exact = variant.starts_with('=');
      if (exact) variant.remove_prefix(1);
      if (split_words(variant).empty()) return std::string("a variant has no word");
      own |= variant == row[0];
      add_variant(index, variant, exact);
    }
    if (!own) add_variant(index, row[0], false);
    return std::string();
  });
}

Result<void> FrameworkNames::load_forms(const std::string& path) {
  return read_pack(path, {"head", "kind", "lower", "after"}, [&](const TsvRow& row) {
    const bool none = row[1] == "none";
    const std::optional<FrameworkKind> kind = none ? FrameworkKind::Body : value_from<FrameworkKind>(row[1]);
    if (!kind) return no_kind(row[1]);
    if (row[2] != "yes" && row[2] != "no") return std::string("lower is neither yes nor no");
    FrameworkForm form;
    form.kind = *kind;
    form.none = none;
    form.lower = row[2] == "yes";
    for (const std::string_view word : split_cell(row[3])) form.after.emplace_back(word);
    heads_.add(word_phrase(row[0]), static_cast<int32_t>(forms_.size()));
    forms_.push_back(std::move(form));
    return std::string();
  });
}

Result<void> FrameworkNames::load_bilateral(const std::string& path) {
  return read_pack(path, {"phrase", "kind", "states"}, [&](const TsvRow& row) {
    const std::optional<FrameworkKind> kind = value_from<FrameworkKind>(row[1]);
    if (!kind) return no_kind(row[1]);
    BilateralForm form;
    form.name = title_case(row[0]);
    form.kind = *kind;
    if (row[2] == "yes") form.states = PairNaming::Always;
    else if (row[2] == "no") form.states = PairNaming::Never;
    else if (row[2] == "beside") form.states = PairNaming::OnlyBeside;
    else return std::string("states is none of yes, no, beside");
    statuses_.add(word_phrase(row[0]), static_cast<int32_t>(bilateral_.size()));
    bilateral_.push_back(std::move(form));
    return std::string();
  });
}

Result<FrameworkNames> FrameworkNames::load(const std::string& home) {
  FrameworkNames names;
  Result<void> loaded = names.load_frameworks(home + "/knowledge/world/frameworks.tsv");
  if (loaded) loaded = names.load_forms(home + "/knowledge/en/framework_forms.tsv");
  if (loaded) loaded = names.load_bilateral(home + "/knowledge/en/bilateral_forms.tsv");
  if (!loaded) return std::unexpected(loaded.error());
  return names;
}

}  // namespace verbale
