// The world packs (knowledge/world): states, persons and their dated offices, parties, organisations,
// places. Strings live as long as the World; "" means not known.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "knowledge/phrase_table.h"

namespace verbale {

struct State {
  std::string id;        // ISO 3166 alpha-3 ("VNM"); "XKX" is Kosovo; the European Union is no state
  std::string name;      // usual English name ("Vietnam")
  std::string official;  // "Socialist Republic of Viet Nam"
  std::string capital;
  std::vector<std::string> names;      // other names, without article ("Viet Nam", "Việt Nam")
  std::vector<std::string> demonyms;   // "Vietnamese": adjective and people
  std::vector<std::string> abbreviations;  // "U.S.", "PRC": case counts when they are matched
  std::vector<std::string> governments;    // capitals and seats that stand for it: "Washington", "the Kremlin"
};

struct Person {
  std::string id;      // "to-lam"
  std::string name;    // "To Lam"
  std::vector<std::string> names;  // other spellings ("Tô Lâm", "Volodymyr Zelensky")
  std::string state;   // alpha-3
  std::string gender;  // "m", "f" or ""
};

enum class OfficeKind : uint8_t {
  HeadOfState, HeadOfGovernment, PartyLeader, ForeignMinister, DeputyHead, Speaker, Minister, Envoy,
  OrganisationHead, Royal, Other
};

// An office held by a person in a span of days. `title` is in plain words ("President of Vietnam").
struct Term {
  int32_t person = -1;
  std::string title;
  OfficeKind kind = OfficeKind::Other;
  std::string organisation;  // id of the party or organisation, else ""
  std::string state;         // alpha-3
  std::string from;          // ISO date, at least a year; "": not known
  std::string to;            // last day; "": still held, or not known
};

struct Organisation {
  std::string id;    // "asean", "cpv"
  std::string name;  // "Association of Southeast Asian Nations"
  bool party = false;
  std::string state;  // of a party: alpha-3
  std::vector<std::string> names;  // other names, without article
  std::vector<std::string> abbreviations;  // "ASEAN": case counts when they are matched
  std::vector<std::string> members;  // alpha-3, where known
};

struct Place {
  std::string name;
  std::vector<std::string> names;  // other spellings
  std::string state;       // alpha-3; empty for what lies in several
  bool capital = false;
  bool region = false;     // sea, region, province: not a city
};

// What a phrase of the name table stands for.
// Government: a capital or seat that may stand for the government of the state ("Washington"); a capital
// is a Place as well.
enum class EntityKind : uint8_t { State, Demonym, Government, Person, Organisation, Place };
struct Entity {
  EntityKind kind = EntityKind::State;
  int32_t index = -1;   // into states() (also Demonym, Government), persons(), organisations(), places()
  bool exact_case = false;  // the phrase counts only as written ("US", "who" is not WHO)
  std::string_view written;  // the phrase as the pack has it
};

class World {
 public:
  // Reads knowledge/world/*.tsv below `home`.
  static Result<World> load(const std::string& home);

  std::span<const State> states() const { return states_; }
  std::span<const Person> persons() const { return persons_; }
  std::span<const Term> terms() const { return terms_; }
  std::span<const Organisation> organisations() const { return organisations_; }
  std::span<const Place> places() const { return places_; }

  // nullptr where there is none.
  const State* state(std::string_view alpha3) const;
  const Person* person(std::string_view id) const;
  const Organisation* organisation(std::string_view id) const;

  // Names of all entities, as phrases of knowledge/words.h; values are indices into entities(). What a
  // document says at a place, with case minded: knowledge/world_matches.h.
  const PhraseTable& names() const { return names_; }
  std::span<const Entity> entities() const { return entities_; }

  // Terms of one person, oldest first.
  std::span<const int32_t> terms_of(int32_t person) const;
  // Who held such an office of the state on that day (ISO date); indices into terms().
  std::vector<int32_t> holders(std::string_view alpha3, OfficeKind kind, std::string_view day) const;

 private:
  friend class WorldLoader;
  std::vector<State> states_;
  std::vector<Person> persons_;
  std::vector<Term> terms_;
  std::vector<Organisation> organisations_;
  std::vector<Place> places_;
  std::vector<Entity> entities_;
  PhraseTable names_;
  std::vector<std::vector<int32_t>> terms_of_;
};

}  // namespace verbale
