// The words that a heat map counts.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "overview/heat.h"
#include "phrases/name_key.h"

namespace verbale {
namespace {

// Bits: in fewer than one sentence of thirty-two. "Trade" tells something, "cooperation" does not.
constexpr double kTelling = 5;
constexpr size_t kShortest = 3;  // letters of a word

RaisedWord raised(const Document& document, const CodePointIndex& index, Span span) {
  RaisedWord word;
  word.document = document.source.name;
  word.text = document.str(span);
  word.start = index.to_code_points(span.begin);
  word.end = index.to_code_points(span.end);
  return word;
}

class TopicReader {
 public:
  TopicReader(const Document& document, const Meanings& meanings)
      : document_(document), meanings_(meanings), index_(document.text), named_(document.tokens.size(), false) {
    for (const Name& name : document.names) {
      for (int32_t t = name.tokens.first; t < name.tokens.last; ++t) named_[static_cast<size_t>(t)] = true;
    }
  }

  std::vector<RaisedWord> read() {
    for (const Topic& topic : document_.topics) add(std::span(&topic.text, 1));
    for (const Statement& statement : document_.statements) {
      if (statement.parent < 0) add(statement.content);  // what stands in it is read with it
    }
    return std::move(words_);
  }

 private:
  void add(std::span<const Span> spans) {
    std::set<std::string> seen;
    for (const Span span : spans) {
      auto token = std::ranges::lower_bound(document_.tokens, span.begin, {}, [](const Token& one) { return one.span.begin; });
      for (; token != document_.tokens.end() && token->span.end <= span.end; ++token) {
        std::string key = fold(token->lemma);
        if (!tells(*token, key) || !seen.insert(key).second) continue;
        RaisedWord& word = words_.emplace_back(raised(document_, index_, token->span));
        word.label = key;
        word.key = std::move(key);
      }
    }
  }

  bool tells(const Token& token, const std::string& key) const {
    const size_t place = static_cast<size_t>(&token - document_.tokens.data());
    if (token.upos != Upos::NOUN || named_[place] || key.size() < kShortest) return false;
    if (!std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; })) return false;
    if (meanings_.weak_class(key) != WeakClass::None) return false;
    return meanings_.weight(Feature{FeatureKind::Word, key, {}, false}) >= kTelling;
  }

  const Document& document_;
  const Meanings& meanings_;
  CodePointIndex index_;
  std::vector<bool> named_;
  std::vector<RaisedWord> words_;
};

}  // namespace

std::vector<RaisedWord> raised_frameworks(const Document& document, const Knowledge& knowledge) {
  const CodePointIndex index(document.text);
  std::vector<RaisedWord> words;
  for (const Framework& framework : document.frameworks) {
    RaisedWord& word = words.emplace_back(raised(document, index, framework.text));
    word.key = framework.id.empty() ? name_key(framework.name, knowledge) : std::string(framework.id);
    word.label = framework.name;
  }
  return words;
}

std::vector<RaisedWord> raised_topics(const Document& document, const Meanings& meanings) {
  return TopicReader(document, meanings).read();
}

}  // namespace verbale
