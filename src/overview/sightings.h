// What each document of the record says of each actor: what the overview of people is made from.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/error.h"
#include "store/lists.h"

namespace verbale {

// A role that a document gives somebody, with the words that say so.
struct RoleSighting {
  std::string title;  // in plain words: "President of Vietnam"
  std::string text;
  uint32_t start = 0;  // code points
  uint32_t end = 0;
};

struct ActorSighting {
  std::string id;
  std::string name;
  std::string kind;
  std::string state;     // alpha-3, may be empty
  std::string document;  // name
  std::string date;      // of publication, may be empty
  std::vector<RoleSighting> roles;
  std::map<std::string, int64_t> statements;  // that it speaks, by act
};

// Of the filter's fields `act` does not apply; `kind` is of the actor.
Result<std::vector<ActorSighting>> read_sightings(const Record& record, const EntryFilter& filter);

}  // namespace verbale
