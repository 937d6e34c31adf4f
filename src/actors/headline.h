// Persons whom only the title given beside the text names.
#pragma once

#include <cstdint>

#include "knowledge/actor_words.h"
#include "record/document.h"

namespace verbale {

// The person of the document that `named`, an actor of its headline, is: one name may stand for the other, and their
// states agree where both are known. -1 if there is none.
int32_t actor_of_headline(const Document& document, const ActorWords& words, const Actor& named);

}  // namespace verbale
