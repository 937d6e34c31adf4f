// Which entries a person should look at first: how sure the reader can be of each, and how much
// hangs on it.
//
// Doubt is put together from what the reader knows of its own way to the entry: a pronoun that
// leads far back, a name that no pack knows, a day counted from the day of publication, a rule that
// was often wrong on annotated texts. Each sign has a weight; signs are taken as independent of
// each other: 1 - (1 - a)(1 - b). The weights order a queue, they are no probabilities.
#pragma once

#include "knowledge/knowledge.h"
#include "record/document.h"

namespace verbale {

// Fills document.doubts. Needs all entries.
void weigh_doubts(Document& document, const Knowledge& knowledge);

}  // namespace verbale
