// Full text and fields.
#include "store/search.h"

#include "answers/rows.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {

HttpResponse get_search(const Question& question, const Record& record) {
  constexpr int64_t kUsualHits = 50;
  constexpr int64_t kMostHits = 500;
  Parameters given(question.request);
  const std::string query = given.text("q");
  const int64_t limit = given.number("limit", kUsualHits, 0, kMostHits);
  const int64_t offset = given.number("offset", 0, 0, kMostOffset);
  if (auto problem = given.problem()) return *problem;
  Result<SearchNode> parsed = parse_search(query);
  const std::string note = parsed ? "" : parsed.error().what + ": searching for the words as a phrase";
  if (!parsed) parsed = phrase_search(query);
  JsonWriter json(1);
  json.begin_object().key("query").value(query).key("as_phrase").value(!note.empty());
  write_or_null(json, "note", note);
  int64_t total = 0;
  json.key("hits").begin_array();
  const Result<void> found = search(record, *parsed, -1, [&](const SearchHit& hit) {
    if (total >= offset && total < offset + limit) write_hit(json, hit);
    ++total;
  });
  if (!found) return http_error(400, found.error().what, found.error().remedy);
  json.end_array().key("total").value(total).key("facets").begin_object().end_object();
  return json_response(json.end_object().take());
}

}  // namespace verbale
