#include "train/train_lemmas.h"

#include <algorithm>
#include <map>

#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr size_t kLongestEnding = 6;

struct Change {
  size_t cut = 0;
  std::string added;
  friend auto operator<=>(const Change&, const Change&) = default;
};

Change change_of(const std::string& form, const std::string& lemma) {
  size_t same = 0;
  while (same < form.size() && same < lemma.size() && form[same] == lemma[same]) ++same;
  return {form.size() - same, lemma.substr(same)};
}

template <class T>
const T& most_frequent(const std::map<T, int>& counts) {
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

bool has_blank(const std::string& word) { return word.find(' ') != std::string::npos; }

using Key = std::pair<std::string, std::string>;  // Penn tag, form or ending
using Rules = std::map<Key, Change>;

// An ending longer than this, or one of a tag that hardly ever changes, needs several words to vote.
constexpr size_t kTrustedEnding = 3;
constexpr int kVotes = 3;

bool changes_seldom(const std::string& penn) {
  return penn == "VB" || penn == "VBP" || penn == "NN" || penn == "NNP" || penn == "JJ" || penn == "RB" ||
         penn == "IN" || penn == "CD";
}

Rules make_rules(const std::map<Key, std::map<std::string, int>>& forms) {
  // Each form votes once for its endings, however often it occurs: what is unknown behaves as the many.
  std::map<Key, std::map<Change, int>> endings;
  for (const auto& [key, lemmas] : forms) {
    const Change change = change_of(key.second, most_frequent(lemmas));
    for (size_t n = 1; n <= std::min(kLongestEnding, key.second.size()); ++n) {
      if (change.cut <= n) ++endings[{key.first, key.second.substr(key.second.size() - n)}][change];
    }
  }
  Rules out;
  for (const auto& [key, changes] : endings) {
    const Change& change = most_frequent(changes);
    const bool doubtful = key.second.size() > kTrustedEnding || changes_seldom(key.first);
    if (change != Change{} && doubtful && changes.at(change) < kVotes) continue;
    out[key] = change;
  }
  return out;
}

// Whether the next shorter ending already says the same.
bool is_implied(const Rules& rules, const Key& key, const Change& change) {
  for (size_t n = key.second.size() - 1; n > 0; --n) {
    const auto shorter = rules.find({key.first, key.second.substr(key.second.size() - n)});
    if (shorter != rules.end()) return shorter->second == change;
  }
  return false;
}

std::string apply(const Rules& rules, const std::string& penn, const std::string& form) {
  for (size_t n = std::min(kLongestEnding, form.size()); n > 0; --n) {
    const auto rule = rules.find({penn, form.substr(form.size() - n)});
    if (rule == rules.end()) continue;
    if (rule->second.cut >= form.size()) return form;
    return form.substr(0, form.size() - rule->second.cut) + rule->second.added;
  }
  return form;
}

// What a regular form may come from: "trapped" from trapp, trappe and trap.
std::vector<std::string> candidates(const std::string& form) {
  const bool past = form.ends_with("ed");
  if (!past && !form.ends_with("ing")) return {};
  const std::string stem = form.substr(0, form.size() - (past ? 2 : 3));
  if (stem.size() < 2) return {};
  std::vector<std::string> out = {stem, stem + "e"};
  if (stem[stem.size() - 1] == stem[stem.size() - 2]) out.push_back(stem.substr(0, stem.size() - 1));
  if (past && stem.ends_with("i")) out.push_back(stem.substr(0, stem.size() - 1) + "y");
  return out;
}

uint32_t count_of(const Vocabulary& vocabulary, const std::string& word) {
  const auto found = vocabulary.find(word);
  return found == vocabulary.end() ? 0 : found->second;
}

// Entries for the words of plain text whose lemma by the rules is no word while another candidate is.
void add_from_text(const Vocabulary& vocabulary, const Rules& rules,
                   const std::map<Key, std::map<std::string, int>>& forms, std::string& out) {
  for (const auto& [form, count] : vocabulary) {
    const std::vector<std::string> all = candidates(form);
    if (all.empty()) continue;
    for (const char* penn : {"VBD", "VBN", "VBG"}) {
      if (form.ends_with("ing") != (std::string_view(penn) == "VBG") || forms.contains({penn, form})) continue;
      const std::string guess = apply(rules, penn, form);
      std::string best = guess;
      for (const std::string& candidate : all) {
        if (count_of(vocabulary, candidate) > count_of(vocabulary, best)) best = candidate;
      }
      if (best != guess && count_of(vocabulary, guess) * 4 < count_of(vocabulary, best)) {
        out += "w " + std::string(penn) + " " + form + " " + best + "\n";
      }
    }
  }
}

}  // namespace

std::string train_lemmas(const std::vector<Tree>& trees, const Vocabulary& vocabulary) {
  std::map<Key, std::map<std::string, int>> forms;
  for (const Tree& tree : trees) {
    for (const TreeWord& word : tree.words) {
      if (has_blank(word.lower) || has_blank(word.lemma) || word.lemma == "_") continue;
      ++forms[{word.penn, word.lower}][word.lemma];
    }
  }
  const Rules rules = make_rules(forms);
  std::string out;
  for (const auto& [key, change] : rules) {
    if (is_implied(rules, key, change)) continue;
    out += "s " + key.first + " " + key.second + " " + std::to_string(change.cut) + " " + change.added + "\n";
  }
  add_from_text(vocabulary, rules, forms, out);
  for (const auto& [key, lemmas] : forms) {
    const std::string& lemma = most_frequent(lemmas);
    if (apply(rules, key.first, key.second) != lemma) out += "w " + key.first + " " + key.second + " " + lemma + "\n";
  }
  return out;
}

Result<std::string> irregular_lemmas(const std::string& home) {
  std::string out;
  const Result<void> read = read_pack(
      home + "/knowledge/en/irregular_verbs.tsv", {"lemma", "past", "participle"}, [&out](const TsvRow& row) {
        const std::string lemma(row[0]);
        out += "w VBD " + std::string(row[1]) + " " + lemma + "\n";
        out += "w VBN " + std::string(row[2]) + " " + lemma + "\n";
        return std::string();
      });
  return read ? Result<std::string>(out) : std::unexpected(read.error());
}

}  // namespace verbale
