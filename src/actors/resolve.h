// Whom a noun phrase stands for: what topics, commitments, meetings and instruments ask of actors/.
#pragma once

#include <cstdint>
#include <vector>

#include "record/document.h"

namespace verbale {

// The actors that the phrase `range` names, each once, in text order: its mentions, its joint words
// ("the two sides", "they", "we"), each member of a list. Needs resolve_actors. Empty where nobody
// is known.
std::vector<int32_t> resolve_subject(const Document& document, TokenRange range);

// The states, parties and organisations behind actors: a person counts as his state. Each once, in
// order; who has none is left out.
std::vector<int32_t> bodies_of(const Document& document, const std::vector<int32_t>& actors);

// The index of the actor with that id, -1 if there is none.
int32_t find_actor(const Document& document, std::string_view id);

}  // namespace verbale
