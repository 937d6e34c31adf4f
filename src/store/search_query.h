// The language of `verbale search`, as Lucene's users know it (docs/search.md):
//
//   railway visa            both, any form    "high-speed rail"   as it is written
//   rail OR road            either            rail*               words that begin so
//   -visa, NOT visa         without it        ( ... )             a group
//   "railway visa"~5        near each other   ="Tô Lâm"           with these very diacritics
//   speaker:lam act:(directive OR commissive) state:CHN framework:"belt and road"
//   date:2024-08            that month        date:[2023 TO 2025-04]   from, to; * is open
//   \( \" \- \*             the sign itself
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace verbale {

struct SearchNode {
  enum class Kind : uint8_t { Words, Field, Range, And, Or, Not };

  Kind kind = Kind::Words;
  std::string field;      // Field, Range: one of those below
  std::string text;       // Words: as typed; Field: the value; Range: from, empty if open
  std::string to;         // Range: to, empty if open
  bool prefix = false;    // Words, Field: the last word is the beginning of a word
  bool strict = false;    // Words: with the diacritics that are typed
  bool bare = false;      // Words: typed without quotation marks and *, or near: any form of the word is meant
  std::map<std::string, std::vector<std::string>> forms;  // Words: of a folded word, what counts as it besides
  std::vector<std::string> values;                        // Field: what else `text` may be a name of
  int near = -1;          // Words: in any order, with at most so many other words among them; -1: a phrase
  std::vector<SearchNode> children;
};

// Fields of an entry come first (they are asked of one and the same entry), then those of its document.
inline constexpr std::string_view kEntryFields[] = {"speaker", "to", "by", "of", "act", "kind", "state"};
inline constexpr std::string_view kOtherFields[] = {"side", "outlet", "framework", "place", "date", "document"};
bool is_entry_field(std::string_view field);
bool is_search_field(std::string_view field);

// An error says what is wrong and where; the caller may search for the query as a phrase instead.
Result<SearchNode> parse_search(std::string_view query);

// The query as one phrase.
SearchNode phrase_search(std::string_view query);

// What is to be looked for, whatever was typed: a query that cannot be read becomes a phrase search.
struct SearchRequest {
  SearchNode node;
  bool as_phrase = false;
  std::string note;  // what was wrong with it then
};
SearchRequest read_search(std::string_view query);

}  // namespace verbale
