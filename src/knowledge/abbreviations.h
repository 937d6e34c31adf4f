// The abbreviation pack (knowledge/en/abbreviations.tsv): what a full stop after a short form means.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/error.h"

namespace verbale {

// Whether a sentence may end at the full stop of an abbreviation.
enum class AbbreviationKind : uint8_t {
  Title,    // "Mr.", "Gen.": a name follows, never an end
  Number,   // "No.", "Aug.": a number follows; an end only before a word that opens sentences
  Initials, // "U.S.", "Inc.": an end before a word that opens sentences
  Closing,  // "p.m.", "etc.": an end before any capital
};

class Abbreviations {
 public:
  // Reads knowledge/en/abbreviations.tsv and sentence_openers.tsv below `home`.
  static Result<Abbreviations> load(const std::string& home);

  // `word` in lower case without its last full stop ("u.s", "gen").
  std::optional<AbbreviationKind> kind(std::string_view word) const;
  // Whether a capitalised word, given in lower case, is one that opens sentences and no names.
  bool opens_sentence(std::string_view word) const { return openers_.contains(word); }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, AbbreviationKind, Hash, std::equal_to<>> kinds_;
  std::unordered_set<std::string, Hash, std::equal_to<>> openers_;
};

}  // namespace verbale
