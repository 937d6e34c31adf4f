// What the finders of frameworks hand to each other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// A name in the words of a document.
struct FrameworkCandidate {
  TokenRange words;  // into Document::words
  std::string name;
  FrameworkKind kind = FrameworkKind::Mechanism;
  bool known = false;  // from the pack
  bool ordinal = false;  // opens with one: "Third Summit for ..."
  std::string_view rule;
  std::string_view needs;  // a framework that the document must name too, "" if none
};

// Whether the word is the name of a month or a weekday: no part of a framework's name.
bool is_date_word(const Knowledge& knowledge, std::string_view word);

// The folded word at i of the sentence's words; "" outside them.
inline std::string_view word_in(const Document& document, TokenRange words, int32_t i) {
  return words.contains(i) ? document.words[static_cast<size_t>(i)].folded : std::string_view();
}

Span span_of_words(const Document& document, TokenRange words);
bool starts_with_capital(const Document& document, int32_t word);

// The two states that a document is about, the publisher's first where it is one of them; "" where there are not two.
struct StatePair {
  std::string first;
  std::string second;
  bool known() const { return !second.empty(); }
};
StatePair principal_states(const Document& document, const Knowledge& knowledge);

// Names of the pack (known.cc).
void find_known_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                           std::vector<FrameworkCandidate>& out);
// Statuses and mechanisms of two states, in plain words (bilateral.cc).
void find_bilateral_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                               const StatePair& principals, std::vector<FrameworkCandidate>& out);
// Names by their form: "the X Initiative", "Treaty on X" (forms.cc).
void find_formed_frameworks(const Document& document, const Knowledge& knowledge, TokenRange words,
                            std::vector<FrameworkCandidate>& out);
// Numbered articles, resolutions and orders (numbered.cc). `out` holds what the others found in the sentence.
void find_numbered_frameworks(const Document& document, TokenRange words, std::vector<FrameworkCandidate>& out);

// The state as names of frameworks have it: "U.S.", "UAE", "ROK", else its own name.
std::string short_state_name(const State& state);

// The plain form of a name: one blank between words, straight apostrophes, "UN" for the United Nations, no
// abbreviation in brackets, capitals as in a title.
std::string canonical_name(std::string_view text);

}  // namespace verbale
