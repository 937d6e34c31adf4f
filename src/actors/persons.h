// Persons by their names. Internal to this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "actors/scene.h"

namespace verbale::actors {

// Names of persons that names/ did not find: a capitalised source that no pack knows is a person's,
// and so are the same words elsewhere. Without titles, in text order.
std::vector<Name> find_bare_names(const Scene& scene);

// Adds an actor for each person named; the actor of each of `names`, -1 for other kinds.
std::vector<int32_t> group_persons(Scene& scene, const std::vector<Name>& names);

// A token that names a person by a single word, where no stage before took it for a person's name.
struct ShortMention {
  int32_t token = -1;
  int32_t actor = -1;
};
std::vector<ShortMention> find_short_names(const Scene& scene);

}  // namespace verbale::actors
