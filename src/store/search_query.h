// The language of `verbale search`, as Lucene's users know it:
//
//   railway visa            both words        "high-speed rail"   a phrase
//   rail OR road            either            rail*               words that begin so
//   -visa, NOT visa         without it        ( ... )             a group
//   speaker:lam act:commissive state:CHN outlet:VNA framework:"belt and road"
//   date:2024-08            that month        date:[2023 TO 2025-04]   from, to; * is open
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct SearchNode {
  enum class Kind : uint8_t { Words, Field, Range, And, Or, Not };

  Kind kind = Kind::Words;
  std::string field;      // Field, Range: a name of kSearchFields
  std::string text;       // Words: as typed; Field: the value; Range: from, empty if open
  std::string to;         // Range: to, empty if open
  bool prefix = false;    // Words: the last one is the beginning of a word
  std::vector<SearchNode> children;
};

// Fields of an entry come first (they are asked of one and the same entry), then those of its document.
inline constexpr std::string_view kEntryFields[] = {"speaker", "to", "act", "kind", "state"};
inline constexpr std::string_view kOtherFields[] = {"side", "outlet", "framework", "place", "date",
                                                    "document"};
bool is_entry_field(std::string_view field);

// An error says what is wrong and where; the caller may search for the query as a phrase instead.
Result<SearchNode> parse_search(std::string_view query);

// The query as one phrase.
SearchNode phrase_search(std::string_view query);

}  // namespace verbale
