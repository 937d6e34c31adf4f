// Different names of one thing (knowledge/world/same_names.tsv) and what words do in names
// (knowledge/en/name_forms.tsv).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

struct KnownThing {
  std::string name;  // the one the pack calls it by
  std::string kind;  // "place", "state", "framework", ...
};

// Where a name means the thing: everywhere, or only where one of `states` is concerned.
enum class NameScope : uint8_t {
  Anywhere,
  Document,  // a state of the document: its side, or one that it names
  Sentence,  // the only state that the sentence names
};

struct KnownName {
  int32_t thing = -1;
  std::string written;
  std::vector<std::string> used_by;  // alpha-3 of the states that call it so; empty: many
  NameScope scope = NameScope::Anywhere;
  std::vector<std::string> states;  // of the scope

  // Whether the text may be this name: a capital of the pack is one in the text.
  bool fits(std::string_view text) const;
};

class SameNames {
 public:
  // Reads knowledge/world/same_names.tsv below `home`.
  static Result<SameNames> load(const std::string& home);

  std::span<const KnownThing> things() const { return things_; }
  std::span<const KnownName> names() const { return names_; }
  // Phrases of folded words (knowledge/words.h); values are indices into names().
  const PhraseTable& table() const { return table_; }

 private:
  std::vector<KnownThing> things_;
  std::vector<KnownName> names_;
  PhraseTable table_;
};

// What a word does in names. The pack's header explains each class.
enum class NameWordClass : uint8_t { Same, Small, Pair, Joint, Place, Caption };

class NameForms {
 public:
  // Reads knowledge/en/name_forms.tsv below `home`.
  static Result<NameForms> load(const std::string& home);

  bool is(std::string_view word, NameWordClass kind) const;
  // What the word (folded) counts as where names are compared; itself where the pack says nothing.
  std::string_view stands_for(std::string_view word, NameWordClass kind) const;
  // Of several words, "people-to-people"; values are indices into replacement().
  const PhraseTable& same() const { return same_; }
  std::string_view replacement(int32_t value) const { return values_[static_cast<size_t>(value)]; }

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  using Map = std::unordered_map<std::string, std::string, Hash, std::equal_to<>>;
  Map words_[6];
  PhraseTable same_;
  std::vector<std::string> values_;
};

}  // namespace verbale
