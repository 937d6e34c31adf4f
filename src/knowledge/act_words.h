// The nouns and adjectives by which the act of a statement is told (pack en/acts.tsv).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

// What a word of saying does. The pack's header explains each class; those of verbs come from the cue packs.
enum class ActClass : uint8_t {
  Say, Stress, Believe, Hope, Agree, Commit, Willing, Order, Ask, Invite, Accept, Announce, Express,
  Need, Aid, Plan, Declare, Other, Stand
};
enum class ActPart : uint8_t { Noun, Adjective };

class ActWords {
 public:
  // Reads knowledge/en/acts.tsv below `home`.
  static Result<ActWords> load(const std::string& home);

  // The class of the longest phrase that starts at lemmas[0]; nullopt where the pack has none.
  std::optional<ActClass> find(ActPart part, std::span<const std::string_view> lemmas) const;
  std::optional<ActClass> find(ActPart part, std::string_view lemma) const {
    return find(part, std::span<const std::string_view>(&lemma, 1));
  }

 private:
  PhraseTable tables_[2];
};

}  // namespace verbale
