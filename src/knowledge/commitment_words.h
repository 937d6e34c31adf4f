// What the words of an undertaking are worth to the record (pack en/commitment_words.tsv).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

// The pack's header explains each class.
enum class CommitmentClass : uint8_t {
  Goodwill, Concrete, General, Shared, Wide, Inner, Manner, Action, Own, Instrument, Verb, VerbNoun, Body,
  Neutral, Threat, Visible, Stative, Granted
};

class CommitmentWords {
 public:
  // Reads knowledge/en/commitment_words.tsv below `home`.
  static Result<CommitmentWords> load(const std::string& home);

  // How many words at lemmas[0] make the longest phrase of that class; 0: none.
  int32_t match(CommitmentClass kind, std::span<const std::string_view> lemmas) const {
    return tables_[static_cast<size_t>(kind)].longest(lemmas).length;
  }
  bool has(CommitmentClass kind, std::string_view lemma) const {
    return match(kind, std::span<const std::string_view>(&lemma, 1)) > 0;
  }

 private:
  PhraseTable tables_[18];
};

}  // namespace verbale
