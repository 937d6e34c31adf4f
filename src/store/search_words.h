// Words as the full text index sees them, and the words of a query found among them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "store/search_query.h"

namespace verbale {

struct SearchWord {
  Span span;           // bytes
  std::string folded;  // never empty
};

// Runs of letters and figures; each Chinese or Japanese character is a word of its own.
std::vector<SearchWord> search_words(std::string_view text);

// The folded words with a blank between them: what the index is given of a passage.
std::string indexed_words(std::string_view text);

// The words of one leaf of a query.
class WordPattern {
 public:
  explicit WordPattern(const SearchNode& words);

  // No word: it stands nowhere.
  bool empty() const { return words_.empty(); }
  bool strict() const { return !exact_.empty(); }

  // As an expression of FTS5 that no passage fails which has the words. Exact unless strict().
  std::string expression() const;

  // The places of all words that it takes to match, in order; empty: it does not.
  std::vector<Span> find(std::string_view passage, std::span<const SearchWord> words) const;

 private:
  bool word_is(size_t wanted, std::string_view passage, const SearchWord& word) const;
  bool stands_at(size_t at, std::string_view passage, std::span<const SearchWord> words) const;
  std::string near_expression() const;
  bool takes_forms() const;
  void find_near(std::string_view passage, std::span<const SearchWord> words, std::vector<bool>& taken) const;

  std::vector<std::string> words_;
  std::vector<std::vector<std::string>> forms_;  // of each word, what counts as it besides
  std::vector<std::string> exact_;  // lower case with diacritics, where strict
  bool forms_apply_ = false;
  bool prefix_ = false;
  int near_ = -1;
};

// Places in `passage` of the words that the query looks for (not of those it excludes), in order and
// without overlap; words of a phrase are one place. Folded: "To Lam" finds "Tô Lâm".
std::vector<Span> find_words(const SearchNode& query, std::string_view passage);

}  // namespace verbale
