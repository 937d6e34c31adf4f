// By when, and by what means: the deadline or period of an undertaking, and the body, plan or instrument it names.
#pragma once

#include <span>

#include "acts/complement.h"

namespace verbale {

class TermFinder {
 public:
  TermFinder(const Document& document, const Knowledge& knowledge, const WordsAt& words, const ComplementReader& reader)
      : document_(document), knowledge_(knowledge), words_(words), reader_(reader) {}

  // The first deadline or period in the range, without preposition and article; empty: none.
  Span when(TokenRange range) const;

  // The first named mechanism in the range, several joined ones as one; empty: none.
  Span mechanism(TokenRange range) const;

 private:
  TokenRange time_phrase(int32_t token, TokenRange range) const;
  bool is_time(int32_t token) const;
  bool is_declared_year(int32_t token) const;
  bool is_history(TokenRange phrase) const;
  bool stands_in_framework(int32_t token) const;
  std::span<const Framework> frameworks_in(TokenRange range) const;
  Span event_deadline(TokenRange range) const;
  Span named(TokenRange range) const;
  Span described(TokenRange range) const;

  const Document& document_;
  const Knowledge& knowledge_;
  const WordsAt& words_;
  const ComplementReader& reader_;
};

}  // namespace verbale
