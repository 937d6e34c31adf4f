// What two spellings of one name have in common: states and organisations by id, words folded and brought to one
// spelling, in no order, small words left out. "Dialogue on Border Safety of Peru and Chile" and "Chile-Peru Border
// Safety Dialogue" have one key. Internal to this folder.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Of a name that may come from a document or a pack. `ids`: of states that belong to it too.
std::string name_key(std::string_view name, const Knowledge& knowledge, std::span<const std::string> ids = {});

// A person's id for all documents: of one known to the packs by any of the names, theirs; of another the parts of the
// name in the order of the alphabet, without initials and "Jr.", short given names as the long ones. "Kent Carla" and "Carla
// M. Kent" are one.
std::string person_key(std::string_view id, std::string_view name, const Knowledge& knowledge);

// The words that lie in the span.
TokenRange words_in(const Document& document, Span span);
// From the first word's start to the last one's end.
Span span_of(const Document& document, TokenRange words);
// The tokens of those words.
TokenRange tokens_of(const Document& document, TokenRange words);

// Lower case, every dash a hyphen, straight apostrophes, one blank between words, none beside a hyphen: names
// that are equal so differ in nothing that matters.
std::string plain_form(std::string_view name);

}  // namespace verbale
