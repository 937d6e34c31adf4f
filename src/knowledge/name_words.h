// Single words as the search for names sees them: what titles and personal names are made of, and what
// ends them (knowledge/en/titles.tsv, knowledge/en/not-names.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"
#include "knowledge/titles.h"

namespace verbale {

// Bits of a word; one word may have several.
enum NameWord : uint16_t {
  kTitleWord = 1 << 0,      // an office of one word: "minister"
  kHonorificWord = 1 << 1,  // "Mr", "Comrade", "General": counts with a capital only
  kModifierWord = 1 << 2,   // "deputy", "national"
  kLeadingWord = 1 << 3,    // a modifier that opens a title even in lower case: "visiting", "former"
  kPortfolioWord = 1 << 4,  // "affairs", "trade"
  kOrdinaryWord = 1 << 5,   // in not-names.tsv
  kParticle = 1 << 6,       // inside a personal name: "bin", "de", "von"
  kSuffix = 1 << 7,         // after a personal name: "Jr", "III"
  kRankWord = 1 << 12,      // of the forms of address those that are ranks: "General"
  kAmbiguousWord = 1 << 13, // a title that is an adjective, too: "Major", "Chief"
  // Of a token in a document, set by names/token_view.h:
  kCapital = 1 << 8,        // begins with a capital letter
  kInitial = 1 << 9,        // "J." or a capital letter alone
  kGivenName = 1 << 10,     // in the pack of given names
  kAlias = 1 << 11,         // a single word that the packs know as a person: "Putin"
};

class NameWords {
 public:
  static Result<NameWords> load(const std::string& home, const Titles& titles);

  // Bits of the folded word; 0 where it is in no list.
  uint16_t bits(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::unordered_map<std::string, uint16_t, Hash, std::equal_to<>> bits_;
};

}  // namespace verbale
