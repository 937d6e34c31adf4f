// Who is who: mentions, coreference, roles; and who spoke, to whom.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.mentions and document.actors (with roles), and to the statements speaker and `to`.
// Needs parse, names, and the statements' sources.
void resolve_actors(Document& document, const Knowledge& knowledge);

}  // namespace verbale
