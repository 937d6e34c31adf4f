// Full text and fields.
#include "store/search.h"

#include <fmt/format.h>

#include "answers/rows.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {
namespace {

SearchOrder order_from(std::string_view name) {
  if (name == "newest") return SearchOrder::Newest;
  return name == "closest" ? SearchOrder::Closest : SearchOrder::Oldest;
}

// What is to be said besides the hits.
std::string note_of(const SearchRequest& request, const SearchAnswer& answer) {
  std::string note = request.as_phrase ? request.note : std::string();
  for (const std::string& value : answer.unknown) {
    note += fmt::format("{}the record has no {}", note.empty() ? "" : "; ", value);
  }
  return note;
}

void write_facets(JsonWriter& json, const std::vector<SearchFacet>& facets) {
  json.key("facets").begin_object();
  for (const SearchFacet& facet : facets) {
    json.key(facet.field).begin_array();
    for (const FacetValue& value : facet.values) {
      json.begin_object().key("value").value(value.value);
      if (!value.name.empty()) json.key("name").value(value.name);
      json.key("count").value(value.count).end_object();
    }
    json.end_array();
  }
  json.end_object();
}

}  // namespace

HttpResponse get_search(const Question& question, const Record& record) {
  constexpr int64_t kUsualHits = 50;
  constexpr int64_t kMostHits = 500;
  Parameters given(question.request);
  const std::string query = given.text("q");
  SearchPage page;
  page.order = order_from(given.one_of("order", {"oldest", "newest", "closest"}));
  page.limit = given.number("limit", kUsualHits, 0, kMostHits);
  page.offset = given.number("offset", 0, 0, kMostOffset);
  if (auto problem = given.problem()) return *problem;
  const SearchRequest request = read_search(query);
  const Result<SearchAnswer> answer = answer_search(record, request.node, page);
  if (!answer) return failed(answer.error());
  JsonWriter json(1);
  json.begin_object().key("query").value(query).key("as_phrase").value(request.as_phrase);
  write_or_null(json, "note", note_of(request, *answer));
  json.key("total").value(answer->total).key("exact").value(answer->exact);
  json.key("hits").begin_array();
  for (const SearchHit& hit : answer->hits) write_hit(json, hit);
  write_facets(json.end_array(), answer->facets);
  return json_response(json.end_object().take());
}

}  // namespace verbale
