#include "knowledge/word_forms.h"

#include <algorithm>
#include <iterator>

#include "knowledge/cues.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr size_t kShortest = 3;       // letters of a word that has other forms
constexpr size_t kShortestVerb = 4;   // of a verb that is found from its past: "shed" is none of "she"
constexpr size_t kLongest = 40;

bool is_plain(std::string_view word) {
  return std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Result<WordForms> WordForms::load(const std::string& home) {
  WordForms forms;
  const Result<void> nouns = read_pack(home + "/knowledge/en/noun_numbers.tsv", {"noun", "plural"}, [&](const TsvRow& row) {
    std::vector<std::string>& plurals = forms.plurals_[std::string(row[0])];
    for (const std::string_view plural : split_cell(row[1])) {
      plurals.emplace_back(plural);
      forms.bases_[std::string(plural)].emplace_back(row[0]);
    }
    return std::string();
  });
  if (!nouns) return std::unexpected(nouns.error());
  const std::vector<std::string_view> columns = {"lemma", "past", "participle"};
  const Result<void> verbs = read_pack(home + "/knowledge/en/irregular_verbs.tsv", columns, [&](const TsvRow& row) {
    std::vector<std::string>& tenses = forms.tenses_[std::string(row[0])];
    for (const size_t column : {size_t{1}, size_t{2}}) {
      for (const std::string_view form : split_cell(row[column])) {
        tenses.emplace_back(form);
        if (form != row[0]) forms.bases_[std::string(form)].emplace_back(row[0]);
      }
    }
    return std::string();
  });
  if (!verbs) return std::unexpected(verbs.error());
  return forms;
}

std::vector<std::string> WordForms::plurals(std::string_view noun) const {
  const auto known = plurals_.find(noun);
  return known != plurals_.end() ? known->second : std::vector<std::string>{plural_of(noun)};
}

std::vector<std::string> WordForms::pasts(std::string_view verb) const {
  const auto known = tenses_.find(verb);
  if (known != tenses_.end()) return known->second;
  std::vector<std::string> pasts;
  for (auto& [form, tense] : inflect_verb(verb, "", "")) {
    if (tense == VerbForm::Past || tense == VerbForm::PastParticiple) pasts.push_back(std::move(form));
  }
  return pasts;
}

// What the word may be a form of: of a shorter word only if that one's form is this very word.
std::vector<std::string> WordForms::bases(std::string_view word) const {
  const auto known = bases_.find(word);
  std::vector<std::string> bases = known == bases_.end() ? std::vector<std::string>() : known->second;
  const auto try_base = [&](size_t cut, std::string_view added, bool verb) {
    const std::string base = std::string(word.substr(0, word.size() - cut)).append(added);
    if (base.size() < (verb ? kShortestVerb : kShortest)) return;
    const std::vector<std::string> made = verb ? pasts(base) : plurals(base);
    if (std::ranges::find(made, word) != made.end()) bases.push_back(base);
  };
  if (word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is")) {
    try_base(1, "", false);
    if (word.ends_with("es")) try_base(2, "", false);
    if (word.ends_with("ies")) try_base(3, "y", false);
  }
  if (word.ends_with("ed")) {
    try_base(1, "", true);
    try_base(2, "", true);
    if (word.size() > 4) try_base(3, "", true);  // "planned"
    if (word.ends_with("ied")) try_base(3, "y", true);
  }
  if (bases.empty()) bases.emplace_back(word);
  return bases;
}

std::vector<std::string> WordForms::others(std::string_view word) const {
  std::vector<std::string> others;
  const auto known = plurals_.find(word);
  const bool apart = known != plurals_.end() && known->second.empty();
  if (word.size() < kShortest || word.size() > kLongest || !is_plain(word) || apart) return others;
  for (const std::string& base : bases(word)) {
    others.push_back(base);
    std::ranges::move(plurals(base), std::back_inserter(others));
    std::ranges::move(pasts(base), std::back_inserter(others));
  }
  std::ranges::sort(others);
  const auto same = std::ranges::unique(others);
  others.erase(same.begin(), same.end());
  std::erase(others, word);
  return others;
}

}  // namespace verbale
