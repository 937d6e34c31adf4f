// Statements: the frames of the cues over the parse.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.statements with source, cue, content, form, to_tokens, parent, and the act as far as cue
// and content tell; speakers are resolved later, by actors/. Needs parse and names.
void find_statements(Document& document, const Knowledge& knowledge);

// Sets each statement's parent, the one within whose content it stands. They must be sorted by their
// contents' begins.
void find_parents(std::vector<Statement>& all);

}  // namespace verbale
