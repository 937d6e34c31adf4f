// Whose side a noun phrase is on, seen from the speaker of a statement.
#pragma once

#include "acts/words_at.h"

namespace verbale {

enum class Side : uint8_t {
  Own,    // the speaker's state, its people and organs, "we", "our representatives"
  Joint,  // both or all: "the two sides", or the own side with another
  Other,  // somebody else
  Thing   // nobody: "the framework", "access"
};

struct Standpoint {
  Side side = Side::Thing;
  std::vector<int32_t> bodies;  // states, parties and organisations it names; actors
};

class Sides {
 public:
  Sides(const Document& document, const Knowledge& knowledge, const WordsAt& words)
      : document_(document), knowledge_(knowledge), words_(words) {}

  // `subject` is the noun phrase; an empty one stands for the speaker himself.
  Standpoint of(const Statement& statement, TokenRange subject) const;

  // The states, parties and organisations that speak through the statement's speakers.
  std::vector<int32_t> speakers(const Statement& statement) const;

 private:
  bool names_somebody(TokenRange subject) const;
  bool means_speaker(const Statement& statement, int32_t pronoun) const;
  bool is_somebody(int32_t head) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
};

}  // namespace verbale
