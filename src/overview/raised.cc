// The words that a heat map counts.
#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "knowledge/tsv.h"
#include "overview/heat.h"
#include "phrases/name_key.h"

namespace verbale {
namespace {

// Bits: in fewer than one sentence of thirty-two. "Trade" tells something, "cooperation" does not.
constexpr double kTelling = 5;
constexpr double kKnown = 3;        // a general noun with what it is of
constexpr size_t kMostBefore = 3;   // tokens before a head
constexpr size_t kShortest = 3;     // letters of a word

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
  TopicReader(const Document& document, const Knowledge& knowledge, const TopicWords& words)
      : document_(document), knowledge_(knowledge), words_(words), index_(document.text), named_(document.tokens.size(), false) {
    for (const Name& name : document.names) {
      for (int32_t t = name.tokens.first; t < name.tokens.last; ++t) named_[static_cast<size_t>(t)] = true;
    }
    for (const Framework& framework : document.frameworks) {
      for (size_t t = first_token(framework.text); t < named_.size() && token(t).span.end <= framework.text.end; ++t) named_[t] = true;
    }
  }

  std::vector<RaisedWord> read() {
    for (const Topic& topic : document_.topics) add(std::span(&topic.text, 1), true);
    for (const Commitment& commitment : document_.commitments) add(std::span(&commitment.text, 1), true);
    for (const Statement& statement : document_.statements) {
      if (statement.parent < 0) add(statement.content, false);  // what stands in it is read with it
    }
    return std::move(raised_);
  }

 private:
  const Token& token(size_t place) const { return document_.tokens[place]; }
  size_t first_token(Span span) const {
    const auto first = std::ranges::lower_bound(document_.tokens, span.begin, {}, [](const Token& one) { return one.span.begin; });
    return static_cast<size_t>(first - document_.tokens.begin());
  }

  // What is undertaken is said as well: each place counts once, as what it was first read as.
  void add(std::span<const Span> spans, bool raised_there) {
    std::set<std::string> seen;
    for (const Span span : spans) {
      size_t end = first_token(span);
      while (end < named_.size() && token(end).span.end <= span.end) {
        const size_t first = end;
        while (end < named_.size() && token(end).span.end <= span.end && is_inside(end)) ++end;
        if (end == first) ++end;
        else add_phrase(first, end, raised_there, seen);
      }
    }
  }

  // Of a noun phrase without articles and names.
  bool is_inside(size_t place) const {
    const Upos tag = token(place).upos;
    const bool hyphen = document_.form(static_cast<int32_t>(place)) == "-" && !token(place).space_before;
    return !named_[place] && (tag == Upos::ADJ || tag == Upos::NOUN || tag == Upos::PROPN || hyphen);
  }

  void add_phrase(size_t first, size_t end, bool raised_there, std::set<std::string>& seen) {
    while (end > first && token(end - 1).upos != Upos::NOUN) --end;
    if (end == first) return;
    const size_t head = end - 1;
    size_t begin = head;  // of the words that tell, at most two before the head
    while (begin > first && head - begin < kMostBefore && tells_with(begin - 1)) --begin;
    while (begin < head && !is_word(begin)) ++begin;
    std::string key = fold(token(head).lemma);
    std::string label = begin == head ? key : to_lower(document_.str({token(begin).span.begin, token(head).span.begin})) + key;
    if (!is_word(head) || key.size() < kShortest) return;
    if (!tells_alone(head, key)) {
      if (begin == head || weight_of(key) < kKnown) return;
      key = fold(label);
    }
    if (!seen.insert(key).second || !places_.insert(token(head).span.begin).second) return;
    RaisedWord& word = raised_.emplace_back(raised(document_, index_, {token(begin).span.begin, token(head).span.end}));
    word.key = std::move(key);
    word.label = std::move(label);
    word.raised = raised_there;
  }

  bool is_word(size_t place) const {
    return std::ranges::all_of(token(place).lemma, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-'; }) &&
           token(place).lemma != "-";
  }

  bool is_light(std::string_view lemma) const {
    return words_.ledger->light(std::span(&lemma, 1)) > 0 || words_.meanings->weak_class(lemma) != WeakClass::None;
  }

  double weight_of(const std::string& lemma) const {
    return words_.meanings->weight(Feature{FeatureKind::Word, lemma, {}, false});
  }

  // "Vietnamese": whose it is, not what.
  bool is_demonym(size_t place) const {
    const std::string_view word = token(place).lower;
    const PhraseTable::Match match = knowledge_.world.names().longest(std::span(&word, 1));
    return std::ranges::any_of(match.values, [&](int32_t value) {
      return knowledge_.world.entities()[static_cast<size_t>(value)].kind == EntityKind::Demonym;
    });
  }

  // "Farm" of "farm produce"; of "close contact" nothing. A hyphen goes with the word before it.
  bool tells_with(size_t place) const {
    if (!is_word(place)) return place > 0 && document_.form(static_cast<int32_t>(place)) == "-";
    return !is_light(fold(token(place).lemma)) && !is_demonym(place);
  }

  bool tells_alone(size_t head, const std::string& key) const {
    if (words_.general.contains(key) || is_light(key) || words_.ledger->shared(key)) return false;
    return token(head).upos == Upos::NOUN && weight_of(key) >= kTelling;
  }

  const Document& document_;
  const Knowledge& knowledge_;
  const TopicWords& words_;
  CodePointIndex index_;
  std::vector<bool> named_;   // tokens that are names of somebody or of a framework
  std::set<uint32_t> places_;  // where heads were counted
  std::vector<RaisedWord> raised_;
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

Result<TopicWords> load_topic_words(const std::string& home, const Meanings& meanings, const LedgerWords& ledger) {
  TopicWords words{&meanings, &ledger, {}};
  const Result<void> read = read_pack(home + "/knowledge/en/general_nouns.tsv", {"noun"}, [&](const TsvRow& row) {
    return words.general.emplace(row[0]).second ? std::string() : "the noun stands there twice";
  });
  if (!read) return std::unexpected(read.error());
  return words;
}

std::vector<RaisedWord> raised_topics(const Document& document, const Knowledge& knowledge, const TopicWords& words) {
  std::vector<RaisedWord> raised = raised_frameworks(document, knowledge);
  std::ranges::move(TopicReader(document, knowledge, words).read(), std::back_inserter(raised));
  return raised;
}

}  // namespace verbale
