#include "train/train_lemmas.h"

#include <algorithm>
#include <map>

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

}  // namespace

std::string train_lemmas(const std::vector<Tree>& trees) {
  using Key = std::pair<std::string, std::string>;  // Penn tag, form or ending
  std::map<Key, std::map<std::string, int>> forms;
  for (const Tree& tree : trees) {
    for (const TreeWord& word : tree.words) {
      if (has_blank(word.lower) || has_blank(word.lemma) || word.lemma == "_") continue;
      ++forms[{word.penn, word.lower}][word.lemma];
    }
  }
  // Each form votes once for its endings, however often it occurs: what is unknown behaves as the many.
  std::map<Key, std::map<Change, int>> endings;
  for (const auto& [key, lemmas] : forms) {
    const Change change = change_of(key.second, most_frequent(lemmas));
    if (change.cut > kLongestEnding) continue;
    for (size_t n = 1; n <= std::min(kLongestEnding, key.second.size()); ++n) {
      if (change.cut <= n) ++endings[{key.first, key.second.substr(key.second.size() - n)}][change];
    }
  }
  std::string out;
  std::map<Key, Change> rules;
  for (const auto& [key, changes] : endings) {
    const Change& change = most_frequent(changes);
    const auto shorter = rules.find({key.first, key.second.substr(1)});
    rules[key] = change;
    if (shorter != rules.end() && shorter->second == change) continue;
    out += "s " + key.first + " " + key.second + " " + std::to_string(change.cut) + " " + change.added + "\n";
  }
  for (const auto& [key, lemmas] : forms) {
    const std::string& lemma = most_frequent(lemmas);
    std::string guess = key.second;
    for (size_t n = std::min(kLongestEnding, guess.size()); n > 0; --n) {
      const auto rule = rules.find({key.first, key.second.substr(key.second.size() - n)});
      if (rule == rules.end()) continue;
      if (rule->second.cut < guess.size()) guess = guess.substr(0, guess.size() - rule->second.cut) + rule->second.added;
      break;
    }
    if (guess != lemma) out += "w " + key.first + " " + key.second + " " + lemma + "\n";
  }
  return out;
}

}  // namespace verbale
