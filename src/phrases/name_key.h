// What two spellings of one name have in common: states and organisations by id, words folded and
// brought to one spelling, in no order, small words left out. "Dialogue on Border Safety of Peru
// and Chile" and "Chile-Peru Border Safety Dialogue" have one key. Internal to this folder.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Of a name that may come from a document or a pack. `ids`: of states that belong to it too.
std::string name_key(std::string_view name, const Knowledge& knowledge,
                     std::span<const std::string> ids = {});

// A person's id for all documents: of one known to the packs by any of the names, theirs; of
// another the parts of the name in the order of the alphabet, without initials and "Jr.", short
// given names as the long ones ("Kent Carla" and "Carla M. Kent" are one), and that of the one
// person of the packs with these parts.
class PersonKeys {
 public:
  explicit PersonKeys(const Knowledge& knowledge);
  std::string key(std::string_view id, std::string_view name) const;

 private:
  std::string parts_of(std::string_view name) const;  // "" of a single word
  const Knowledge& knowledge_;
  std::unordered_map<std::string, std::string>
      known_;  // parts -> id; "" where several persons have them
};

// The words that lie in the span.
TokenRange words_in(const Document& document, Span span);
// From the first word's start to the last one's end.
Span span_of(const Document& document, TokenRange words);
// The tokens of those words.
TokenRange tokens_of(const Document& document, TokenRange words);

// The name with white space of any kind as single blanks.
std::string with_single_blanks(std::string_view name);

// Lower case, every dash a hyphen, straight apostrophes, one blank between words, none beside a
// hyphen: names that are equal so differ in nothing that matters.
std::string plain_form(std::string_view name);

}  // namespace verbale
