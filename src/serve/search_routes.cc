// Full text and fields, and the searches that were saved.
#include "answers/search_meaning.h"
#include "answers/searches.h"

#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"

namespace verbale {

HttpResponse get_search(const Question& question, const Record& record) {
  constexpr int64_t kUsualHits = 50;
  constexpr int64_t kMostHits = 500;
  Parameters given(question.request);
  const std::string asked = given.text("q");
  SearchPage page;
  page.limit = given.number("limit", kUsualHits, 0, kMostHits);
  page.offset = given.number("offset", 0, 0, kMostOffset);
  const std::string order = given.one_of("order", {"oldest", "newest", "closest"});
  if (auto problem = given.problem()) return *problem;
  if (order == "newest") page.order = SearchOrder::Newest;
  if (order == "closest") page.order = SearchOrder::Closest;
  const Result<std::string> query = query_asked(record, asked);
  if (!query) return not_found(query.error());
  SearchRequest request = read_search(*query);
  const LedgerMaterials& materials = question.service.materials;
  add_forms(request.node, materials.word_forms);
  add_names(request.node, *materials.reader.knowledge);
  const Result<SearchAnswer> answer = answer_search(record, request.node, page);
  return answer ? json_response(search_json(*query, request, *answer)) : failed(answer.error());
}

HttpResponse get_searches(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Result<std::vector<SavedSearch>> searches = saved_searches(record);
  if (!searches) return failed(searches.error());
  RowsResponse rows;
  for (const SavedSearch& search : *searches) {
    JsonWriter json;
    write_saved_search(json, search);
    rows.add(json.text());
  }
  return rows.finish({}, std::ssize(*searches));
}

}  // namespace verbale
