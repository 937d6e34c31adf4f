#include "store/search_words.h"

#include <algorithm>

#include "base/utf8.h"
#include "store/search.h"

namespace verbale {
namespace {

struct FoundWord {
  Span span;
  std::string folded;
};

std::vector<FoundWord> words_of(std::string_view text) {
  std::vector<FoundWord> words;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    while (end < text.size()) {
      const CodePoint point = decode_utf8(text, end);
      if (!is_word_character(point.value)) break;
      end += point.length;
    }
    if (end == at) {
      at += decode_utf8(text, at).length;
      continue;
    }
    words.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)},
                     fold(text.substr(at, end - at))});
    at = end;
  }
  return words;
}

struct Phrase {
  std::vector<FoundWord> words;
  bool prefix = false;
};

void collect_phrases(const SearchNode& node, std::vector<Phrase>& phrases) {
  if (node.kind == SearchNode::Kind::Words) phrases.push_back({words_of(node.text), node.prefix});
  if (node.kind == SearchNode::Kind::Not) return;
  for (const SearchNode& child : node.children) collect_phrases(child, phrases);
}

bool stands_at(const Phrase& phrase, const std::vector<FoundWord>& words, size_t at) {
  if (phrase.words.empty() || at + phrase.words.size() > words.size()) return false;
  for (size_t i = 0; i < phrase.words.size(); ++i) {
    const bool begins = phrase.prefix && i + 1 == phrase.words.size();
    const std::string& wanted = phrase.words[i].folded;
    const std::string& word = words[at + i].folded;
    if (begins ? !word.starts_with(wanted) : word != wanted) return false;
  }
  return true;
}

}  // namespace

std::string match_expression(const SearchNode& node) {
  std::string folded = fold(node.text);
  std::ranges::replace(folded, '"', ' ');
  return '"' + folded + '"' + (node.prefix ? "*" : "");
}

std::vector<Span> find_words(const SearchNode& query, std::string_view passage) {
  std::vector<Phrase> phrases;
  collect_phrases(query, phrases);
  const std::vector<FoundWord> words = words_of(passage);
  std::vector<Span> found;
  for (size_t at = 0; at < words.size();) {
    size_t longest = 0;
    for (const Phrase& phrase : phrases) {
      if (stands_at(phrase, words, at)) longest = std::max(longest, phrase.words.size());
    }
    if (longest > 0) found.push_back({words[at].span.begin, words[at + longest - 1].span.end});
    at += std::max<size_t>(longest, 1);
  }
  return found;
}

}  // namespace verbale
