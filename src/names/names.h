// Names and titles, found in the tokens before the parse.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds document.names: names of the packs, and what LanguageModel::recognise_names proposed, joined
// with the titles before them. Needs tokens with tags.
void find_names(Document& document, const Knowledge& knowledge);

}  // namespace verbale
