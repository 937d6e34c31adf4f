// Searches are saved and dropped.
#include "answers/searches.h"
#include "base/clock.h"
#include "serve/changes.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {

HttpResponse post_search(const Question& question) {
  constexpr uint32_t kLongestQuery = 10000;  // bytes, as parse_search
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::expected<JsonValue, HttpResponse> body = json_body(question.request);
  if (!body) return body.error();
  std::string name;
  std::string query;
  const StringMember members[] = {{"name", &name, kLongestParameter}, {"query", &query, kLongestQuery}};
  if (auto problem = read_strings(*body, members)) return *problem;
  if (const std::string problem = problem_of_search_name(name); !problem.empty())
    return http_error(400, problem);
  if (query.empty() || query.size() > kLongestQuery)
    return http_error(400, "query is missing or too long", "at most 10,000 bytes");
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  const SavedSearch search{saved_search_id(name), name, query, utc_now()};
  if (const Result<void> saved = (*store)->save_search(search); !saved)
    return failed_change(saved.error());
  JsonWriter json;
  write_saved_search(json, search);
  return json_response(json.take());
}

HttpResponse delete_search(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  const Result<bool> dropped = (*store)->drop_search(question.parts[0]);
  if (!dropped) return failed_change(dropped.error());
  if (!*dropped)
    return http_error(404, "no search is saved under that name", "/api/searches lists them");
  JsonWriter json;
  return json_response(
      json.begin_object().key("dropped").value(question.parts[0]).end_object().take());
}

}  // namespace verbale
