// The order in which documents give the elements of an enumeration. Internal to this folder.
#pragma once

#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "phrases/phrase_lives.h"

namespace verbale {

// The words folded, one blank between them, marks left out.
std::string folded_words(const Document& document, TokenRange words);

// Of a phrase of the pack with elements: in each document the paragraph that shows most of them
// (three at least), the one with the phrase itself if it shows as many. A document without the
// phrase counts where the phrase is a number of things ("five principles") and a paragraph shows
// all but one or two of them, four at least. One order a document.
std::vector<PhraseOrder> orders_of_known(const SetPhrase& known, const PhraseLife& life,
                                         const Knowledge& knowledge,
                                         std::span<const Document* const> documents);

// Of an enumeration found in the texts: its elements at its first place in each document.
std::vector<PhraseOrder> orders_of_list(const PhraseLife& life,
                                        std::span<const Document* const> documents);

}  // namespace verbale
