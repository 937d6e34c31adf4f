// What the packs know of a stretch of a document.
#pragma once

#include <vector>

#include "knowledge/world.h"
#include "record/document.h"

namespace verbale {

// Words [first, last) of Document::words that are a name of the entity.
struct WorldMatch {
  TokenRange words;
  TokenRange tokens;  // the tokens that the words lie in
  Span span;          // exactly the words: "Vietnam" of "non-Vietnam"
  const Entity* entity = nullptr;
};

// Entities whose name starts at document.words[word] and ends before word `end`, longest first, of one
// length in the order of EntityKind. Case is minded: abbreviations count only as the pack writes them,
// other names only where their capitals are capitals in the text. Appends to `out`.
void world_matches_at(const Document& document, const World& world, int32_t word, int32_t end,
                      std::vector<WorldMatch>& out);

// All matches in the tokens, also nested and overlapping ones; by start, then longest first. Needs
// document.words (index_words).
std::vector<WorldMatch> world_matches(const Document& document, const World& world, TokenRange tokens);

// The words of a range of tokens of one sentence.
TokenRange words_of(const Document& document, TokenRange tokens);

}  // namespace verbale
