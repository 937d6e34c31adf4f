// Different names used for one thing, over the documents given: which names are of one thing, who
// uses which, how often, and where each stands first.
//
// In each document the places of names are found with a key for the thing (name_places.h): the
// actor's id, the framework's name in a normal form, the row of the term table, the words in
// brackets behind a name. Places with one key, in whatever document, are of one thing. A thing
// counts here where texts call it by at least two names that differ in more than capitals and
// dashes.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// A place in one of the documents given.
struct DocumentPlace {
  int32_t document = -1;  // index
  Span span;              // bytes
  friend auto operator<=>(const DocumentPlace&, const DocumentPlace&) = default;
};

// One name, as it stands in the texts.
struct NameUse {
  std::string name;
  std::vector<DocumentPlace> places;  // by date of the document, then its name
  std::map<std::string, int64_t>
      sides;  // alpha-3 of the documents' outlets, "" not known -> how often
  std::vector<std::string> known_users;  // states that the term table says call it so
};

struct NamedThing {
  std::string id;    // "state:VNM", "person:to-lam", "place:south china sea"; the same in any run
  std::string name;  // what the packs call it, else its fullest name
  std::string
      kind;  // person, state, party, organisation, body, place, relation, or a kind of framework
  std::vector<std::string_view> made_by;  // rules that found the names, sorted
  std::vector<NameUse> uses;              // by first place
};

// Order of the documents does not matter. Things by kind, then name.
std::vector<NamedThing> find_named_things(std::span<const Document* const> documents,
                                          const Knowledge& knowledge);

// Documents in the order in which they are told of: by day (a year alone after its days, no day
// last), then by name.
std::vector<int32_t> order_of_documents(std::span<const Document* const> documents);

}  // namespace verbale
