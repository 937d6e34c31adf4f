// The words and signs of a query.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct QueryToken {
  // Field: `name:` before a value or a bracket.
  enum class Kind : uint8_t { Word, Phrase, Range, Field, Open, Close, Minus, Plus, Strict, And, Or, Not, End };
  Kind kind = Kind::End;
  size_t at = 0;         // byte in the query
  std::string text;      // of a word or phrase, without escapes; name of a field; from
  std::string range_to;
  bool prefix = false;   // a word that ended with *
  int near = -1;         // a phrase that ended with ~N
};

// Ends with a token End. An error says what is wrong and at which character.
Result<std::vector<QueryToken>> cut_query(std::string_view query);

// The error of a query, with the character at byte `at`.
std::unexpected<Error> query_error(std::string_view query, size_t at, std::string_view what);

}  // namespace verbale
