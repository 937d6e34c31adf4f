// The day or year that dates without a year belong to, where no date of publication is known.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Adds publication.reference, inferred, with the reason: the persons named with their offices
// ("General Secretary and President X") held all of these together in some years only; of these
// years the first date without a year ("Monday, August 19") may leave one. Nothing is settled where
// two years remain. Does nothing where the date of publication is known. Needs tokens, words and
// names.
void settle_reference(Document& document, const Knowledge& knowledge);

}  // namespace verbale
