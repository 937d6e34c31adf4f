// A clause that still holds several deeds, cut into them.
#pragma once

#include <vector>

#include "acts/words_at.h"
#include "clauses/clauses.h"
#include "knowledge/knowledge.h"

namespace verbale {

class ClauseParts {
 public:
  ClauseParts(const WordsAt& words, const Knowledge& knowledge)
      : words_(words), knowledge_(knowledge) {}

  // "maintain exchanges between leaders, strengthen trust": two. In text order; the clause itself
  // where it holds one.
  std::vector<Clause> parts_of(const Clause& clause) const;

  // "better control [and resolve disagreements]": a verb that the tagger may take for a noun.
  bool is_verb_alone(const Clause& clause) const;

 private:
  int32_t deed_after(int32_t token, int32_t end) const;
  Clause cut_in_two(Clause& clause, int32_t comma, int32_t verb) const;

  const WordsAt& words_;
  const Knowledge& knowledge_;
};

}  // namespace verbale
