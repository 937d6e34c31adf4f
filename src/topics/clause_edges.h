// Where the words of a topic belong to a clause about a thing ("the steps Peru is taking") and where not, and what stands
// between a cue and its topic. All indices are the document's tokens.
#pragma once

#include "acts/words_at.h"

namespace verbale {

class ClauseEdges {
 public:
  ClauseEdges(const Knowledge& knowledge, const WordsAt& words) : knowledge_(knowledge), words_(words) {}

  // "ways the two states can": what follows the noun is its clause, and no new sentence.
  bool in_contact_clause(int32_t start, int32_t i) const;
  // "the steps | Peru is taking", "the work | their unions do": a subject right behind a noun that nobody speaks.
  bool opens_contact_clause(int32_t start, int32_t verb) const;
  // "the steps | Peru and Chile | are taking": the joint stands between the subjects of such a clause.
  bool joins_subjects(int32_t start, int32_t joint) const;
  // "would like to discuss", "will meet them to discuss", "could have a discussion on": nobody has talked yet.
  bool under_modal(int32_t cue, TokenRange sentence) const;
  // "reviewed | with concern | the tests"
  int32_t skip_manner(int32_t start) const;
  // "discussed | in a phone call today | trade", "reviewed | during their meeting on May 5 | the": `start`, if none stands there.
  int32_t skip_occasion(int32_t start, TokenRange sentence) const;
  // "discussed | expanded | trade"
  bool opens_with_participle(int32_t start) const;
  // "the crisis, | which has lasted, | topped the agenda": the relative pronoun whose verb this is; -1: none.
  int32_t opens_relative(int32_t verb, TokenRange sentence) const;

 private:
  const Knowledge& knowledge_;
  const WordsAt& words_;
};

}  // namespace verbale
