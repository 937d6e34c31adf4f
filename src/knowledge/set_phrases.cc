#include "knowledge/set_phrases.h"

#include <fmt/format.h>

#include <set>

#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {

Result<SetPhrases> SetPhrases::load(const std::string& home) {
  SetPhrases set;
  std::set<std::string> told;
  const auto add = [&](const TsvRow& row) -> std::string {
    SetPhrase phrase;
    phrase.name = row[0];
    phrase.variants.emplace_back(row[0]);
    for (const std::string_view variant : split_cell(row[1])) phrase.variants.emplace_back(variant);
    phrase.carrier = row[2];
    for (const std::string_view element : split_cell(row[3])) {
      std::vector<std::string>& words = phrase.elements.emplace_back();
      for (const std::string_view form : split_cell(element, ';'))
        words.push_back(word_phrase(form));
    }
    if (row[4].empty()) return "the origin is missing";
    const int32_t index = static_cast<int32_t>(set.phrases_.size());
    for (size_t i = 0; i < phrase.variants.size(); ++i) {
      const std::string words = word_phrase(phrase.variants[i]);
      if (words.empty()) return "a wording has no word";
      if (!told.insert(words).second) return fmt::format("\"{}\" stands twice", phrase.variants[i]);
      set.table_.add(words, static_cast<int32_t>(set.variants_.size()));
      set.variants_.push_back({index, static_cast<int32_t>(i)});
    }
    set.phrases_.push_back(std::move(phrase));
    return {};
  };
  const Result<void> read = read_pack(home + "/knowledge/en/set_phrases.tsv",
                                      {"phrase", "variants", "carrier", "elements", "origin"}, add);
  if (!read) return std::unexpected(read.error());
  return set;
}

}  // namespace verbale
