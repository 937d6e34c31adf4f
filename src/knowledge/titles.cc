#include "knowledge/titles.h"

#include <fmt/format.h>

#include <array>

#include "knowledge/offices.h"
#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {
namespace {

constexpr auto kClasses = std::to_array<std::string_view>(
    {"office", "rank", "honorific", "modifier", "portfolio"});

std::optional<TitleClass> title_class(std::string_view name) {
  for (size_t i = 0; i < kClasses.size(); ++i) {
    if (kClasses[i] == name) return static_cast<TitleClass>(i);
  }
  return std::nullopt;
}

}  // namespace

Result<Titles> Titles::load(const std::string& home) {
  Titles titles;
  const Result<void> read = read_pack(
      home + "/knowledge/en/titles.tsv", {"title", "class", "office", "plain", "before"},
      [&](const TsvRow& row) -> std::string {
        const std::optional<TitleClass> kind = title_class(row[1]);
        if (!kind) return fmt::format("no class '{}'", row[1]);
        const std::optional<OfficeKind> office = office_kind(row[2]);
        if (!row[2].empty() && !office) return fmt::format("no kind of office '{}'", row[2]);
        if (*kind == TitleClass::Office && !office) return "an office has a kind";
        if (row[4] != "yes" && row[4] != "no") return "before is yes or no";
        titles.phrases_.add(word_phrase(row[0]), static_cast<int32_t>(titles.entries_.size()));
        titles.entries_.push_back({std::string(row[0]), *kind, office.value_or(OfficeKind::Other),
                                   std::string(row[3]), row[4] == "yes"});
        return row[0].empty() ? "no title" : "";
      });
  if (!read) return std::unexpected(read.error());
  return titles;
}

Titles::Match Titles::longest(std::span<const std::string_view> words, TitleClass wanted) const {
  Match best;
  for (const PhraseTable::Match& match : phrases_.all(words)) {
    for (const int32_t value : match.values) {
      const Title& title = entries_[static_cast<size_t>(value)];
      if (title.kind == wanted) best = {&title, match.length};
    }
  }
  return best;
}

bool Titles::is(std::string_view word, TitleClass wanted) const {
  return longest({&word, 1}, wanted).length == 1;
}

std::optional<OfficeKind> Titles::office_of(std::span<const std::string_view> words) const {
  Match best;
  for (size_t i = 0; i < words.size(); ++i) {
    const Match match = longest(words.subspan(i), TitleClass::Office);
    if (match.length > best.length) best = match;
  }
  if (best.title == nullptr) return std::nullopt;
  return best.title->office;
}

}  // namespace verbale
