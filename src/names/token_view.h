// The tokens of a document as the search for names sees them: each with the bits of its word, the
// capital, and the entity that the packs know there.
#pragma once

#include <cstdint>
#include <vector>

#include "knowledge/knowledge.h"
#include "knowledge/world_matches.h"
#include "record/document.h"

namespace verbale {

// A name of the packs that starts and ends with tokens; atoms do not overlap.
struct Atom {
  TokenRange tokens;
  const Entity* entity = nullptr;
};

struct TokenView {
  std::vector<uint16_t> bits;       // of NameWord, by token
  std::vector<int32_t> atom_of;     // by token: index into atoms, -1 for none
  std::vector<Atom> atoms;          // in text order
  std::vector<bool> title_case;     // by sentence: most of its words begin with a capital

  bool has(int32_t token, uint16_t any_of) const {
    return (bits[static_cast<size_t>(token)] & any_of) != 0;
  }
  const Atom* atom(int32_t token) const {
    const int32_t index = atom_of[static_cast<size_t>(token)];
    return index < 0 ? nullptr : &atoms[static_cast<size_t>(index)];
  }
};

// Needs tokens and words.
TokenView view_tokens(const Document& document, const Knowledge& knowledge);

}  // namespace verbale
