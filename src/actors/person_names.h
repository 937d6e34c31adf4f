// When two names are of one person. Internal to this folder.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "actors/scene.h"

namespace verbale::actors {

using NameWords = std::vector<std::string_view>;

// The words of a name that tell persons apart: folded, without initials, marks and suffixes
// ("Jr.").
NameWords name_words(const Scene& scene, TokenRange core);

// Whether a name may stand for the bearer of a fuller one: all its words are in it, a word alone is
// no particle ("al", "van"), and given names agree ("Joe" for "Joseph"; a son is not his father).
bool may_stand_for(const ActorWords& words, const NameWords& shorter, const NameWords& fuller);

// "joseph-r-biden-jr": the name folded, its words joined by hyphens.
std::string person_id(std::string_view name);

}  // namespace verbale::actors
