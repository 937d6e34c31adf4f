#include "store/saved_searches.h"

#include <algorithm>

#include "base/file.h"
#include "base/plain_line.h"
#include "store/guarded.h"

namespace verbale {

std::string saved_search_id(std::string_view name) { return "q-" + sha256_hex(std::string(name)).substr(0, 12); }

std::string problem_of_search_name(std::string_view name) {
  if (name.starts_with('@')) return "a name does not begin with @";
  if (!is_name(name)) return "a name is one line of at most 100 characters";
  return "";
}

Result<std::vector<SavedSearch>> saved_searches(const Record& record) {
  return guarded<std::vector<SavedSearch>>([&] {
    std::vector<SavedSearch> searches;
    Query query = record.database().query("SELECT id, name, query, made_at FROM searches ORDER BY name");
    while (query.step()) {
      searches.push_back({std::string(query.text(0)), std::string(query.text(1)), std::string(query.text(2)),
                          std::string(query.text(3))});
    }
    return searches;
  });
}

Result<std::optional<SavedSearch>> find_saved_search(const Record& record, std::string_view name) {
  const Result<std::vector<SavedSearch>> searches = saved_searches(record);
  if (!searches) return std::unexpected(searches.error());
  const auto found = std::ranges::find_if(*searches, [&](const SavedSearch& one) { return one.name == name || one.id == name; });
  return found == searches->end() ? std::nullopt : std::optional(*found);
}

}  // namespace verbale
