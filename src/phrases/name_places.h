// The places of names in one document, each with the key of the thing it names. Internal to this
// folder, but for add_known_names().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "phrases/name_key.h"
#include "record/document.h"

namespace verbale {

struct NamePlace {
  Span span;
  std::string key;    // names with one key are of one thing, in all documents
  std::string thing;  // the thing's name where a pack has it, else ""
  std::string kind;
  std::string_view made_by;
  int32_t known = -1;  // index into SameNames::names(), of a place found by the term table
};

// Says that what two keys name is one thing.
struct SameKeys {
  std::string one;
  std::string other;
};

struct NamesOfDocument {
  std::vector<NamePlace> places;  // in text order; of one key none inside another
  std::vector<SameKeys> same;
};

NamesOfDocument names_of_document(const Document& document, const Knowledge& knowledge,
                                  const PersonKeys& persons);

// The sources; each adds to `out`.
void add_actor_names(const Document& document, const Knowledge& knowledge,
                     const PersonKeys& persons, NamesOfDocument& out);
void add_organ_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out);
void add_framework_names(const Document& document, const Knowledge& knowledge,
                         NamesOfDocument& out);
void add_pair_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out);
void add_known_names(const Document& document, const Knowledge& knowledge, NamesOfDocument& out);
// Names behind a name in brackets; needs the places that the others have found.
void add_bracketed_names(const Document& document, const Knowledge& knowledge,
                         NamesOfDocument& out);

}  // namespace verbale
