// Small questions about the tokens of a document that acts, topics and commitments all ask.
#pragma once

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// The tokens of one document as words: lower-case forms and lemmas, looked up by token index. An index
// outside [0, size) is a token without a word, so that neighbours can be asked for without a check.
class WordsAt {
 public:
  explicit WordsAt(const Document& document);

  int32_t size() const { return static_cast<int32_t>(lemmas_.size()); }
  bool valid(int32_t token) const { return token >= 0 && token < size(); }
  const Token& at(int32_t token) const { return valid(token) ? tokens_[static_cast<size_t>(token)] : none_; }
  std::string_view lower(int32_t token) const { return at(token).lower; }
  std::string_view lemma(int32_t token) const {
    return valid(token) ? lemmas_[static_cast<size_t>(token)] : std::string_view();
  }
  // The lemmas from `token` up to `end`: what a phrase table matches against.
  std::span<const std::string_view> lemmas(int32_t token, int32_t end) const;

  bool is(int32_t token, std::string_view word) const { return lower(token) == word; }
  bool is_any(int32_t token, std::span<const std::string_view> words) const;
  bool is_any(int32_t token, std::initializer_list<std::string_view> words) const {
    return is_any(token, std::span(words.begin(), words.size()));
  }
  bool is_comma(int32_t token) const { return is(token, ","); }

  bool is_noun(int32_t token) const;       // noun, proper noun
  bool is_nominal(int32_t token) const;    // noun, proper noun, pronoun, number
  bool is_verb(int32_t token) const;       // verb or auxiliary
  bool is_base_verb(int32_t token) const;  // "strengthen", also where the tagger took it for a present
  bool is_gerund(int32_t token) const;
  bool is_finite(int32_t token) const;     // past, present, modal
  bool is_adverb(int32_t token) const;     // also "not"
  bool is_negation(int32_t token) const;
  bool opens_noun_phrase(int32_t token) const;  // determiner, possessive, adjective, number, noun
  bool is_quote(int32_t token) const;
  bool is_preposition(int32_t token) const;  // also before a gerund, where the treebank has SCONJ

  // A hyphen or dash between two words without blanks: "people-to-people" is five tokens.
  bool is_hyphen(int32_t token) const;
  // The last noun of the noun phrase that begins at `start`, before its prepositions and clauses; -1: none.
  int32_t noun_head(int32_t start, int32_t end) const;

  // The first token from `token` on, before `end`, that is no adverb.
  int32_t skip_adverbs(int32_t token, int32_t end) const;
  // The first of the adverbs that end before `token`, not before `first`: "fully and effectively" is one run.
  int32_t first_adverb(int32_t token, int32_t first) const;

 private:
  std::span<const Token> tokens_;
  std::vector<std::string_view> lemmas_;
  Token none_;
};

// The tokens that lie in the span; they are found by bisection.
TokenRange tokens_in(const Document& document, Span span);

}  // namespace verbale
