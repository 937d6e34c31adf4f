// What persons have decided, have yet to look at, and agree on.
#include "answers/decisions.h"
#include "answers/filter_values.h"
#include "answers/review.h"
#include "base/json_writer.h"
#include "record/decision_json.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {

HttpResponse get_review_queue(const Question& question, const Record& record) {
  constexpr int64_t kUsualItems = 50;
  constexpr int64_t kMostItems = 500;
  Parameters given(question.request);
  QueueFilter filter;
  filter.reviewer = given.text("reviewer");
  const std::string state = given.one_of("state", {"open", "decided", "disputed"});
  filter.decided = state == "decided";
  filter.disputed = state == "disputed";
  filter.document = given.text("document");
  filter.layer = layer_from(given.one_of("layer", layer_names()));
  filter.limit = given.number("limit", kUsualItems, 0, kMostItems);
  filter.offset = given.number("offset", 0, 0, kMostOffset);
  if (auto problem = given.problem()) return *problem;
  const Result<Queue> queue = review_queue(record, filter);
  return queue ? json_response(queue_to_json(*queue)) : failed(queue.error());
}

HttpResponse get_agreement(const Question& question, const Record& record) {
  Parameters given(question.request);
  const std::string a = given.text("a");
  const std::string b = given.text("b");
  if (auto problem = given.problem()) return *problem;
  if (a.empty() || b.empty())
    return http_error(400, "a and b are missing", "name two reviewers: /api/reviewers lists them");
  const Result<Agreement> agreement = agreement_of(record, a, b);
  if (!agreement) return not_found(agreement.error());
  const Result<std::string> json = agreement_to_json(record, *agreement);
  return json ? json_response(*json) : failed(json.error());
}

HttpResponse get_reviewers(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Result<std::string> json = reviewers_to_json(record);
  return json ? json_response(*json) : failed(json.error());
}

HttpResponse get_decisions(const Question& question, const Record& record) {
  Parameters given(question.request);
  DecisionFilter filter;
  filter.document = given.text("document");
  filter.reviewer = given.text("reviewer");
  filter.entry = given.text("entry");
  if (auto problem = given.problem()) return *problem;
  const Result<std::vector<ListedDecision>> listed = list_decisions(record, filter);
  if (!listed) return failed(listed.error());
  JsonWriter json(1);
  json.begin_array();
  for (const ListedDecision& one : *listed) write_decision(json, one.decision, one.document);
  return json_response(json.end_array().take());
}

}  // namespace verbale
