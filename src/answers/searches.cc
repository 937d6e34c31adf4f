#include "answers/searches.h"

#include <fmt/format.h>

#include <optional>

#include "answers/rows.h"

namespace verbale {

Result<std::string> query_asked(const Record& record, std::string_view asked) {
  if (!asked.starts_with('@')) return std::string(asked);
  const Result<std::optional<SavedSearch>> saved = find_saved_search(record, asked.substr(1));
  if (!saved) return std::unexpected(saved.error());
  if (!*saved) return fail(std::string(asked), "no search is saved under that name", "`verbale searches` lists them");
  return (*saved)->query;
}

std::string search_note(const SearchRequest& request, const SearchAnswer& answer) {
  std::string note = request.note;
  const auto add = [&](const std::string& more) { note += (note.empty() ? "" : "; ") + more; };
  if (!answer.unknown.empty()) add(fmt::format("the record has no {}", fmt::join(answer.unknown, ", ")));
  if (answer.stale > 0) {
    add(fmt::format("{} texts are not in the index yet: `verbale add` any document brings it up to date", answer.stale));
  }
  return note;
}

std::string search_json(std::string_view query, const SearchRequest& request, const SearchAnswer& answer) {
  JsonWriter json(1);
  json.begin_object().key("query").value(query).key("as_phrase").value(request.as_phrase);
  write_or_null(json, "note", search_note(request, answer));
  json.key("total").value(answer.total).key("exact").value(answer.exact).key("hits").begin_array();
  for (const SearchHit& hit : answer.hits) write_hit(json, hit);
  json.end_array().key("facets").begin_object();
  for (const SearchFacet& facet : answer.facets) {
    json.key(facet.field).begin_array();
    for (const FacetValue& value : facet.values) {
      json.begin_object().key("value").value(value.value);
      if (!value.name.empty()) json.key("name").value(value.name);
      json.key("count").value(value.count).end_object();
    }
    json.end_array();
  }
  return json.end_object().end_object().take();
}

void write_saved_search(JsonWriter& json, const SavedSearch& search) {
  json.begin_object().key("id").value(search.id).key("name").value(search.name);
  json.key("query").value(search.query).key("made_at").value(search.made_at).end_object();
}

}  // namespace verbale
