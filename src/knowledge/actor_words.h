// Words that stand for actors named elsewhere (knowledge/en/actor-nouns.tsv) and what given names
// tell (knowledge/en/given-names.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/error.h"

namespace verbale {

// Classes of a noun; one noun may have several, so they are bits.
enum NounClass : uint16_t {
  kOffice = 1 << 0,  // heads a title: "president", "secretary"
  kPerson = 1 << 1,  // any person: "official", "diplomat"
  kCounterpart = 1 << 2,
  kHost = 1 << 3,
  kGuest = 1 << 4,
  kState = 1 << 5,       // "country"
  kGovernment = 1 << 6,  // with a state or demonym, that state: "the Finnish government"
  kParty = 1 << 7,
  kOrganisation = 1 << 8,  // "alliance"
  kOrgan = 1 << 10,        // "ministry": part of an actor, none itself
  kJoint = 1 << 9          // in the plural, all those who take part: "sides"
};

enum class Gender : uint8_t { Unknown, Male, Female };

struct ActorNoun {
  uint16_t classes = 0;  // of NounClass
  Gender gender = Gender::Unknown;
};

struct GivenName {
  Gender gender = Gender::Unknown;
  std::string form_of;  // the name it is short for or another spelling of, folded; else ""
};

class ActorWords {
 public:
  static Result<ActorWords> load(const std::string& home);

  // nullptr where the word is in no class. `noun` is lower case, in the singular.
  const ActorNoun* noun(std::string_view noun) const;
  const GivenName* given_name(std::string_view folded) const;
  // Id of the organisation that the organ belongs to (knowledge/world/organs.tsv), "" if none is
  // known.
  std::string_view organisation_of(std::string_view organ) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <class Value>
  using Map = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
  Map<ActorNoun> nouns_;
  Map<GivenName> given_names_;
  Map<std::string> organs_;  // folded
};

}  // namespace verbale
