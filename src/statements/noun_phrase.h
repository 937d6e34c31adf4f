// The phrase of a source.
#pragma once

#include "statements/view.h"

namespace verbale {

// The words of the noun phrase with head `noun` that name a source: its lists and "of" phrases, without
// appositions, relative clauses and adverbs.
TokenRange noun_phrase(const View& view, int32_t noun);

// Names, offices, articles, commas, "and": what a list of those who speak is made of.
bool may_stand_in_list(const View& view, int32_t i);

}  // namespace verbale
