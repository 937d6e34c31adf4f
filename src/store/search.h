// Full text search with fields over the record. What is found are passages: lines of the texts.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/span.h"
#include "store/lists.h"
#include "store/search_query.h"

namespace verbale {

// A statement or commitment of a hit.
struct HitEntry {
  std::string id;
  Layer layer = Layer::Statement;
  std::string act;                                          // of a statement; else empty
  std::string kind;                                         // of a commitment; else empty
  std::vector<std::pair<std::string, std::string>> actors;  // id and name: who says it, or whom it binds
};

struct SearchHit {
  std::string document;  // name of the publication that speaks for the text
  std::string document_id;
  std::string date;
  std::string side;
  std::string outlet;
  std::string title;     // JSON, as ListedDocument's
  std::string text;      // the passage
  uint32_t start = 0;    // of the passage in its text, code points
  std::vector<Span> words;           // what was looked for, bytes in `text`, in order
  std::vector<HitEntry> entries;     // statements and commitments that match or hold the words
};

// By day (those without one come last), document and place; the other way round by day; or those first in which the
// words stand most, of the newest kCountedHits.
enum class SearchOrder : uint8_t { Oldest, Newest, Closest };

struct SearchPage {
  int64_t limit = -1;  // -1: all
  int64_t offset = 0;
  SearchOrder order = SearchOrder::Oldest;
};

// Calls `visit` for each passage of the page, in order.
Result<void> search(const Record& record, const SearchNode& query, const SearchPage& page,
                    const std::function<void(const SearchHit&)>& visit);
inline Result<void> search(const Record& record, const SearchNode& query, int64_t limit,
                           const std::function<void(const SearchHit&)>& visit) {
  return search(record, query, SearchPage{limit, 0, SearchOrder::Oldest}, visit);
}

// Up to so many passages are counted one by one; beyond them total and facets are reckoned from a sample of one
// passage in 64, the same every time.
inline constexpr int64_t kCountedHits = 10000;

struct FacetValue {
  std::string value;  // as a query takes it: a code, an id, a year
  std::string name;   // of an actor; else empty
  int64_t count = 0;  // passages
};

struct SearchFacet {
  std::string field;               // "side"; "year" for the years of dates
  std::vector<FacetValue> values;  // the most frequent first, years in order; at most 50
};

struct SearchAnswer {
  int64_t total = 0;
  bool exact = true;  // else `total` and the counts are reckoned from the sample
  std::vector<SearchFacet> facets;
  std::vector<SearchHit> hits;
  std::vector<std::string> unknown;  // `speaker:nobody`: values that the record does not have
  int64_t stale = 0;                 // texts that the index does not hold yet, until the record is next written to
};

// The page with the count of all and the facets. Facets of acts, kinds and speakers count the entries that the query's
// fields ask for, else all.
Result<SearchAnswer> answer_search(const Record& record, const SearchNode& query, const SearchPage& page);

}  // namespace verbale
