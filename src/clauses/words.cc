#include "clauses/words.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.h"

namespace verbale {
namespace {

// Function words of English whatever their tag. Sorted.
constexpr auto kFunctionWords = std::to_array<std::string_view>(
    {"a",    "all",   "also", "an",         "and",    "another", "any",       "as",      "at",
     "be",   "both",  "but",  "by",         "can",    "could",   "do",        "each",    "either",
     "etc",  "for",   "from", "have",       "he",     "her",     "his",       "however", "i",
     "if",   "in",    "it",   "its",        "itself", "may",     "meanwhile", "might",   "more",
     "most", "must",  "my",   "need",       "of",     "on",      "one",       "or",      "other",
     "our",  "shall", "she",  "should",     "so",     "some",    "such",      "than",    "that",
     "the",  "their", "them", "themselves", "there",  "these",   "they",      "this",    "those",
     "thus", "to",    "two",  "upon",       "very",   "we",      "well",      "which",   "while",
     "who",  "will",  "with", "would",      "you"});

const Token& at(const Document& document, int32_t token) {
  return document.tokens[static_cast<size_t>(token)];
}

bool is_particle(std::string_view word) {
  return word == "up" || word == "out" || word == "off" || word == "down" || word == "back";
}

}  // namespace

bool is_content_word(const Document& document, int32_t token) {
  const Token& word = at(document, token);
  switch (word.upos) {
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::VERB:
    case Upos::ADJ:
    case Upos::ADV:
    case Upos::NUM:
      break;
    default:
      return false;
  }
  if (word.lower.empty() || !is_word_character(decode_utf8(word.lower, 0).value)) return false;
  return !std::ranges::binary_search(kFunctionWords, word.lower) &&
         !std::ranges::binary_search(kFunctionWords, word.lemma);
}

std::string word_key(const Document& document, int32_t token) {
  const Token& word = at(document, token);
  std::string key = fold(word.lemma.empty() ? word.lower : word.lemma);
  const size_t next = static_cast<size_t>(token) + 1;
  if (word.upos == Upos::VERB && next < document.tokens.size()) {
    const std::string_view particle = document.tokens[next].lower;
    if (is_particle(particle)) key += " " + std::string(particle);
  }
  return key;
}

}  // namespace verbale
