// Across documents: people, network, heat map.
#include "answers/filter_values.h"
#include "answers/overviews.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"

namespace verbale {

HttpResponse get_people(const Question& question, const Record& record) {
  Parameters given(question.request);
  const EntryFilter filter = given.filter(kinds_of(Layer::Actor));
  if (auto problem = given.problem()) return *problem;
  const Result<std::vector<ActorOverview>> people =
      people_of_record(record, filter, *question.service.materials.reader.knowledge);
  if (!people) return failed(people.error());
  RowsResponse rows;
  const int64_t last = filter.limit < 0
                           ? std::ssize(*people)
                           : std::min(filter.offset + filter.limit, std::ssize(*people));
  for (int64_t i = filter.offset; i < last; ++i) {
    JsonWriter json;
    write_person(json, (*people)[static_cast<size_t>(i)], false);
    rows.add(json.text());
  }
  return rows.finish({}, std::ssize(*people));
}

HttpResponse get_person(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Result<std::vector<ActorOverview>> people =
      people_of_record(record, {}, *question.service.materials.reader.knowledge);
  if (!people) return failed(people.error());
  const ActorOverview* actor = find_person(*people, question.parts[0]);
  if (actor == nullptr)
    return http_error(404, "the record names nobody so", "/api/people lists the ids");
  JsonWriter json(1);
  write_person(json, *actor, true);
  return json_response(json.take());
}

HttpResponse get_network(const Question& question, const Record& record) {
  Parameters given(question.request);
  EntryFilter filter;
  filter.from = given.date("from");
  filter.to = given.date("to");
  filter.state = given.state("state");
  const std::string of = given.one_of("of", {"person", "state"});
  if (auto problem = given.problem()) return *problem;
  const Result<MeetingNetwork> network = network_of_record(
      record, filter, of == "state", *question.service.materials.reader.knowledge);
  return network ? json_response(network_json(*network)) : failed(network.error());
}

HttpResponse get_heat(const Question& question, const Record& record) {
  constexpr int64_t kUsualRows = 60;
  constexpr int64_t kMostRows = 1000;
  Parameters given(question.request);
  HeatQuestion heat;
  heat.topics = given.one_of("by", {"topic", "framework"}) == "topic";
  heat.states = given.states("states");
  heat.from = given.date("from");
  heat.to = given.date("to");
  heat.rows = given.number("limit", kUsualRows, 0, kMostRows);
  if (auto problem = given.problem()) return *problem;
  const Result<HeatMap> map = heat_of_record(record, heat, question.service.materials, question.service.threads);
  return map ? json_response(heat_json(*map)) : failed(map.error());
}

}  // namespace verbale
