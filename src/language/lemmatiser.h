// Base forms: a table of words with their lemmas, else the change that words with the same ending and
// tag take most often, else the word itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "record/tags.h"

namespace verbale {

class Lemmatiser {
 public:
  // Lines "w TAG form lemma" (a word) and "s TAG ending cut added" (an ending's change: take `cut` bytes
  // off, put `added` on). TAG is the Penn tag. Nothing if a line has another form. Keeps views of `text`.
  static std::optional<Lemmatiser> parse(std::string_view text);

  // The lemma of a lower-case word with that Penn tag: into `buffer`, or a view of the table or of `lower`.
  std::string_view lemma(std::string_view lower, std::string_view penn, std::string& buffer) const;

 private:
  struct Change {
    uint32_t cut = 0;
    std::string_view added;
  };
  std::unordered_map<uint64_t, std::string_view> words_;
  std::unordered_map<uint64_t, Change> endings_;
};

}  // namespace verbale
