// Titles of persons (knowledge/en/titles.tsv): offices, ranks, forms of address, and the words that
// titles are made of.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"
#include "knowledge/world.h"

namespace verbale {

enum class TitleClass : uint8_t {
  Office,     // "president", "secretary of state"
  Rank,       // "general", "admiral"
  Honorific,  // "Mr", "Comrade", "His Excellency"
  Modifier,   // "visiting", "former", "deputy": before an office
  Portfolio,  // "affairs", "trade": what an office is for; no part of a person's name
};

struct Title {
  std::string text;   // as the pack has it, lower case
  TitleClass kind = TitleClass::Office;
  OfficeKind office = OfficeKind::Other;  // of an Office
  std::string plain;  // in plain words: "Mr" of "mr.", "foreign minister" of "fm"
  bool before_name = true;
};

class Titles {
 public:
  static Result<Titles> load(const std::string& home);

  std::span<const Title> entries() const { return entries_; }

  // The longest title that starts at words[0] (folded: knowledge/words.h) and how many words it has.
  // A phrase may be listed under several classes: those of `wanted` are taken, in the order of the classes.
  struct Match {
    const Title* title = nullptr;
    int32_t length = 0;
  };
  Match longest(std::span<const std::string_view> words, TitleClass wanted) const;

  // Whether the single word is listed under the class.
  bool is(std::string_view word, TitleClass wanted) const;

  // The kind of office that a title in words is: of its longest office phrase, the first of them.
  // "Deputy Prime Minister of Israel": DeputyHead. nullopt: no office in it.
  std::optional<OfficeKind> office_of(std::span<const std::string_view> words) const;

 private:
  std::vector<Title> entries_;
  PhraseTable phrases_;  // values: indices into entries_
};

}  // namespace verbale
