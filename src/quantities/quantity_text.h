// A sentence as its words with what the quantity packs know of each: what the readers of numbers, times
// and counts walk over. Indices are those of Document::words; asking outside the sentence is allowed and finds
// nothing.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/quantity_words.h"
#include "record/document.h"

namespace verbale {

class QuantityText {
 public:
  QuantityText(const Document& document, const QuantityWords& lexicon, const Sentence& sentence);

  // Whether any word of the sentence may begin a quantity.
  bool any() const { return any_; }
  // Whether the sentence speaks of what is to come.
  bool points_forward() const { return forward_; }
  int32_t first() const { return range_.first; }
  int32_t last() const { return range_.last; }
  bool has(int32_t i) const { return range_.contains(i); }

  std::string_view folded(int32_t i) const;  // "" outside
  bool is(int32_t i, std::string_view word) const { return folded(i) == word; }
  bool is_one_of(int32_t i, std::initializer_list<std::string_view> words) const;
  WordGap gap(int32_t i) const;
  bool is_capital(int32_t i) const;
  bool is_digits(int32_t i) const;  // a digit first: "12", "1,000", "15th"
  const Token* token(int32_t i) const;  // nullptr outside
  Span span(int32_t first, int32_t last) const;  // of words [first, last)

  // The word of that kind that starts at word i; `end` is set to where it ends.
  const QuantityWord* find(int32_t i, QuantityWordKind kind, int32_t& end) const;
  bool is_kind(int32_t i, QuantityWordKind kind) const;

  const Document& document() const { return document_; }
  const QuantityWords& lexicon() const { return lexicon_; }

 private:
  const Document& document_;
  const QuantityWords& lexicon_;
  TokenRange range_;
  std::vector<PhraseTable::Match> matches_;
  bool any_ = false;
  bool forward_ = false;
};

}  // namespace verbale
