// Set phrases and names for one thing, as they are asked for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "knowledge/knowledge.h"
#include "phrases/named_things.h"
#include "phrases/phrase_lives.h"

namespace verbale {

struct PhraseQuestion {
  std::string kind;         // known, found, list; empty: all
  int least_documents = 2;  // of a found phrase
  int64_t limit = -1;
  int threads = 1;
};
std::vector<PhraseLife> phrases_asked(std::span<const Document* const> documents,
                                      const Knowledge& knowledge, const PhraseQuestion& question);

// `limit`: at most so many; -1: all.
std::vector<NamedThing> names_asked(std::span<const Document* const> documents,
                                    const Knowledge& knowledge, int64_t limit);

}  // namespace verbale
