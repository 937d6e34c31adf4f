// Whether an undertaking goes into the record: a thing that can be checked, the relation as a whole, or good will only.
#pragma once

#include "acts/complement.h"
#include "commitments/undertakings.h"

namespace verbale {

enum class Worth : uint8_t { Kept, General, Dropped };

class WorthJudge {
 public:
  WorthJudge(const Document& document, const Knowledge& knowledge, const WordsAt& words, const ComplementReader& reader)
      : document_(document), knowledge_(knowledge), words_(words), reader_(reader) {}

  Worth judge(const Undertaking& undertaking) const;

 private:
  struct Counts {
    int concrete = 0;
    int goodwill = 0;
    int general = 0;
    int shared = 0;
    int efforts = 0;  // "efforts", "work": count as shared where nothing else does
    bool wide = false;
    int plain = 0;  // nouns of which the packs know nothing
  };
  // `verb`: the deed's own verb, no noun whatever its tag; -1: none.
  Counts count(TokenRange range, int32_t verb) const;
  int32_t end_of_core(const Undertaking& undertaking) const;
  bool acts(const Undertaking& undertaking) const;
  bool supports_whole(const Undertaking& undertaking) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
  const ComplementReader& reader_;
};

}  // namespace verbale
