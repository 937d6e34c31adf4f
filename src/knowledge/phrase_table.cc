#include "knowledge/phrase_table.h"

#include <algorithm>

namespace verbale {
namespace {

uint64_t edge(int32_t node, int32_t word) {
  return static_cast<uint64_t>(node) << 32 | static_cast<uint32_t>(word);
}

}  // namespace

int32_t PhraseTable::word_id(std::string_view word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? -1 : found->second;
}

void PhraseTable::add(std::string_view phrase, int32_t value) {
  int32_t node = 0;
  while (!phrase.empty()) {
    const size_t blank = phrase.find(' ');
    const std::string word(phrase.substr(0, blank));
    phrase.remove_prefix(blank == std::string_view::npos ? phrase.size() : blank + 1);
    if (word.empty()) continue;
    const int32_t id = words_.try_emplace(word, static_cast<int32_t>(words_.size())).first->second;
    const auto [next, fresh] = edges_.try_emplace(edge(node, id), static_cast<int32_t>(nodes_.size()));
    if (fresh) nodes_.emplace_back();
    node = next->second;
  }
  if (node == 0) return;
  std::vector<int32_t>& values = nodes_[static_cast<size_t>(node)].values;
  if (values.empty()) ++phrases_;
  if (std::find(values.begin(), values.end(), value) == values.end()) values.push_back(value);
}

std::vector<PhraseTable::Match> PhraseTable::all(std::span<const std::string_view> words) const {
  std::vector<Match> matches;
  int32_t node = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const int32_t id = word_id(words[i]);
    if (id < 0) break;
    const auto next = edges_.find(edge(node, id));
    if (next == edges_.end()) break;
    node = next->second;
    const Node& at = nodes_[static_cast<size_t>(node)];
    if (!at.values.empty()) matches.push_back({static_cast<int32_t>(i + 1), at.values});
  }
  return matches;
}

PhraseTable::Match PhraseTable::longest(std::span<const std::string_view> words) const {
  Match best;
  int32_t node = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const int32_t id = word_id(words[i]);
    if (id < 0) break;
    const auto next = edges_.find(edge(node, id));
    if (next == edges_.end()) break;
    node = next->second;
    const Node& at = nodes_[static_cast<size_t>(node)];
    if (!at.values.empty()) best = {static_cast<int32_t>(i + 1), at.values};
  }
  return best;
}

}  // namespace verbale
