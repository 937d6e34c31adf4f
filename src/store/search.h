// Full text search with fields over the record. What is found are passages: lines of the texts.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/span.h"
#include "store/lists.h"
#include "store/search_query.h"

namespace verbale {

struct SearchHit {
  std::string document;  // name of the publication that speaks for the text
  std::string date;
  std::string side;
  std::string outlet;
  std::string text;      // the passage
  uint32_t start = 0;    // of the passage in its text, code points
  std::vector<Span> words;           // what was looked for, bytes in `text`, in order
  std::vector<std::string> entries;  // ids of statements and commitments that match or hold the words
};

// Calls `visit` for each passage found, by date, document and place; at most `limit`, -1 for all.
Result<void> search(const Record& record, const SearchNode& query, int64_t limit,
                    const std::function<void(const SearchHit&)>& visit);

// Places in `passage` of the words that the query looks for (not of those it excludes), in order and
// without overlap. Folded: "To Lam" finds "Tô Lâm".
std::vector<Span> find_words(const SearchNode& query, std::string_view passage);

}  // namespace verbale
