// The JSON of `verbale phrases` and `verbale phrase`.
#pragma once

#include <span>
#include <string>

#include "phrases/phrase_lives.h"

namespace verbale {

// One array; its schema stands in docs/names-and-phrases.md.
std::string phrases_to_json(std::span<const PhraseLife> lives,
                            std::span<const Document* const> documents);
// One object, with every use.
std::string phrase_to_json(const PhraseLife& life, std::span<const Document* const> documents);

// How often and where a side's outlets, or a speaker, use a phrase; copies are not counted.
struct PhraseCount {
  std::string who;
  int64_t uses = 0;
  int64_t documents = 0;
  size_t first = 0;  // index into PhraseLife::uses
};
std::vector<PhraseCount> counts_by_side(const PhraseLife& life,
                                        std::span<const Document* const> documents);
std::vector<PhraseCount> counts_by_speaker(const PhraseLife& life);
std::vector<PhraseCount> counts_by_voice(const PhraseLife& life);  // states that say it
std::vector<PhraseCount> counts_by_wording(const PhraseLife& life);

}  // namespace verbale
