// Lists of entries, single entries, and why they were made.
#include "answers/filter_values.h"
#include "answers/meetings.h"
#include "answers/rows.h"
#include "answers/why.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

// A meeting or a visit as `show --json` has it.
template <class Found, class Write>
HttpResponse joined_response(std::string_view layer, const Found& found, Write write) {
  JsonWriter json(1);
  json.begin_object().key("layer").value(layer);
  if (!found.asked.empty()) json.key("asked").value(found.asked);
  write(json.key("entry"));
  return json_response(json.end_object().take());
}

}  // namespace

template <Layer layer>
HttpResponse get_entries(const Question& question, const Record& record) {
  Parameters given(question.request);
  const EntryFilter filter = given.filter(kinds_of(layer));
  if (auto problem = given.problem()) return *problem;
  RowsResponse rows;
  const Result<void> listed = record.each_entry(
      layer, filter, [&](const ListedEntry& entry) { rows.add(entry_row(entry)); });
  return rows.finish(listed, record.count_entries(layer, filter));
}

template HttpResponse get_entries<Layer::Statement>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Commitment>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Topic>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Instrument>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Framework>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Quantity>(const Question&, const Record&);
template HttpResponse get_entries<Layer::Actor>(const Question&, const Record&);

HttpResponse get_entry(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::string& id = question.parts[0];
  if (const Result<FoundVisit> visit = find_visit(record, id)) {
    return joined_response("visit", *visit,
                           [&](JsonWriter& json) { write_visit(json, visit->visit); });
  }
  if (const Result<FoundMeeting> meeting = find_meeting(record, id)) {
    return joined_response("meeting", *meeting,
                           [&](JsonWriter& json) { write_meeting(json, meeting->meeting); });
  }
  const Result<FoundEntry> found = record.find_entry(id);
  if (!found) return not_found(found.error());
  JsonWriter json(1);
  write_found_entry(json, *found);
  return json_response(json.take());
}

HttpResponse get_why(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Service& service = question.service;
  const Result<Why> answer =
      why(record, question.parts[0], service.materials.reader, service.rules);
  return answer ? json_response(why_to_json(*answer)) : not_found(answer.error());
}

}  // namespace verbale
