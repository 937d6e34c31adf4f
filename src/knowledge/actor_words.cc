#include "knowledge/actor_words.h"

#include <array>
#include <utility>

#include "base/utf8.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr auto kClasses =
    std::to_array<std::pair<std::string_view, NounClass>>({{"office", kOffice},
                                                           {"person", kPerson},
                                                           {"counterpart", kCounterpart},
                                                           {"host", kHost},
                                                           {"guest", kGuest},
                                                           {"state", kState},
                                                           {"government", kGovernment},
                                                           {"party", kParty},
                                                           {"organisation", kOrganisation},
                                                           {"organ", kOrgan},
                                                           {"joint", kJoint}});

// False where the cell is none of "m", "f", "".
bool read_gender(std::string_view cell, Gender& gender) {
  if (cell == "m") gender = Gender::Male;
  if (cell == "f") gender = Gender::Female;
  return cell.empty() || cell == "m" || cell == "f";
}

}  // namespace

Result<ActorWords> ActorWords::load(const std::string& home) {
  ActorWords words;
  const Result<void> nouns =
      read_pack(home + "/knowledge/en/actor-nouns.tsv", {"noun", "class", "gender"},
                [&](const TsvRow& row) -> std::string {
                  for (const auto& [name, bit] : kClasses) {
                    if (name != row[1]) continue;
                    ActorNoun& noun = words.nouns_[std::string(row[0])];
                    noun.classes |= bit;
                    return read_gender(row[2], noun.gender) ? "" : "a gender is m, f or empty";
                  }
                  return "no class '" + std::string(row[1]) + "'";
                });
  if (!nouns) return std::unexpected(nouns.error());
  const Result<void> given =
      read_pack(home + "/knowledge/en/given-names.tsv", {"name", "gender", "form_of"},
                [&](const TsvRow& row) -> std::string {
                  GivenName& name = words.given_names_[std::string(row[0])];
                  name.form_of = row[2];
                  return read_gender(row[1], name.gender) ? "" : "a gender is m, f or empty";
                });
  if (!given) return std::unexpected(given.error());
  const Result<void> organs =
      read_pack(home + "/knowledge/world/organs.tsv", {"organ", "organisation"},
                [&](const TsvRow& row) -> std::string {
                  words.organs_[fold(row[0])] = row[1];
                  return row[1].empty() ? "an organ without organisation" : "";
                });
  if (!organs) return std::unexpected(organs.error());
  return words;
}

const ActorNoun* ActorWords::noun(std::string_view noun) const {
  const auto found = nouns_.find(noun);
  return found == nouns_.end() ? nullptr : &found->second;
}

std::string_view ActorWords::organisation_of(std::string_view organ) const {
  const auto found = organs_.find(fold(organ));
  return found == organs_.end() ? std::string_view() : std::string_view(found->second);
}

const GivenName* ActorWords::given_name(std::string_view folded) const {
  const auto found = given_names_.find(folded);
  return found == given_names_.end() ? nullptr : &found->second;
}

}  // namespace verbale
