// Set phrases of diplomacy that are known by name (knowledge/en/set_phrases.tsv).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

struct SetPhrase {
  std::string name;                   // the usual English wording
  std::vector<std::string> variants;  // exact wordings, `name` first
  std::string carrier;                // who coined or carries it: alpha-3 or id of an organisation, "" several
  // Of a numbered or listed phrase: its elements in their usual order, each with the words (folded, one blank
  // between) that show it.
  std::vector<std::vector<std::string>> elements;
};

class SetPhrases {
 public:
  // Reads knowledge/en/set_phrases.tsv below `home`.
  static Result<SetPhrases> load(const std::string& home);

  std::span<const SetPhrase> phrases() const { return phrases_; }
  struct Variant {
    int32_t phrase = -1;
    int32_t variant = -1;  // index into SetPhrase::variants
  };
  std::span<const Variant> variants() const { return variants_; }
  // Phrases of folded words (knowledge/words.h); values are indices into variants().
  const PhraseTable& table() const { return table_; }

 private:
  std::vector<SetPhrase> phrases_;
  std::vector<Variant> variants_;
  PhraseTable table_;
};

}  // namespace verbale
