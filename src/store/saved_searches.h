// Queries that somebody saved under a name. They belong to nobody's document and outlive every reading.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "store/lists.h"

namespace verbale {

struct SavedSearch {
  std::string id;       // "q-...": of the name alone, so that a link means the same when the query is changed
  std::string name;     // 1 to 100 characters on one line, not beginning with @
  std::string query;
  std::string made_at;  // ISO day and time (UTC), as given by who saved it
};

std::string saved_search_id(std::string_view name);

// By name.
Result<std::vector<SavedSearch>> saved_searches(const Record& record);
// By name or id; nothing: there is none.
Result<std::optional<SavedSearch>> find_saved_search(const Record& record, std::string_view name);

// What is wrong with a name; empty: nothing.
std::string problem_of_search_name(std::string_view name);

}  // namespace verbale
