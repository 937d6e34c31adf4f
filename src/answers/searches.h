// Answers of full text search, and saved searches, as JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "store/saved_searches.h"
#include "store/search.h"

namespace verbale {

// A query, or @NAME of one that was saved. An error: none is saved under that name.
Result<std::string> query_asked(const Record& record, std::string_view asked);

// {"query","as_phrase","note","total","exact","hits","facets":{"side":[{"value","count"}],...}}
std::string search_json(std::string_view query, const SearchRequest& request, const SearchAnswer& answer);
// What is to be said besides the hits: a query read as a phrase, values that the record does not have; may be empty.
std::string search_note(const SearchRequest& request, const SearchAnswer& answer);

void write_saved_search(JsonWriter& json, const SavedSearch& search);

}  // namespace verbale
