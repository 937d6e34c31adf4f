// What a query means to a reader who knows the packs: a name for what it is called by ("belt and road" asks for the
// framework that the record keeps as BRI, "PRC" for CHN), a bare word for all its forms. The search itself
// (store/search.h) knows only what the record holds.
#pragma once

#include "knowledge/knowledge.h"
#include "knowledge/word_forms.h"
#include "store/search_query.h"

namespace verbale {

// Does it ask for somebody or something by name? Only then add_names() has anything to do.
bool asks_by_name(const SearchNode& query);

// To fields: what else their values are names of.
void add_names(SearchNode& query, const Knowledge& knowledge);

// To bare words: their other forms.
void add_forms(SearchNode& query, const WordForms& forms);

}  // namespace verbale
