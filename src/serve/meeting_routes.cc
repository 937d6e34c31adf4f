// Meetings and visits, and their accounts side by side.
#include <set>

#include "accounts/compare.h"
#include "accounts/json.h"
#include "answers/accounts_asked.h"
#include "answers/filter_values.h"
#include "answers/meetings.h"
#include "answers/rows.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

// One meeting or visit with what belongs to it.
struct Occasion {
  std::optional<FoundMeeting> meeting;
  std::optional<FoundVisit> visit;  // asked for, or the one that the meeting belongs to

  std::vector<const ListedMeeting*> meetings() const {
    if (meeting) return {&meeting->meeting};
    std::vector<const ListedMeeting*> all;
    for (const ListedMeeting& one : visit->visit.meetings) all.push_back(&one);
    return all;
  }
};

Result<Occasion> find_occasion(const Record& record, const std::string& id) {
  Occasion occasion;
  if (Result<FoundVisit> visit = find_visit(record, id)) {
    occasion.visit = std::move(*visit);
    return occasion;
  }
  Result<FoundMeeting> meeting = find_meeting(record, id);
  if (!meeting) return std::unexpected(meeting.error());
  occasion.meeting = std::move(*meeting);
  if (!occasion.meeting->meeting.visit.empty()) {
    if (Result<FoundVisit> visit = find_visit(record, occasion.meeting->meeting.visit)) {
      occasion.visit = std::move(*visit);
    }
  }
  return occasion;
}

// Documents that give an account, by name, in the order of the accounts.
std::vector<std::string> documents_of(const Occasion& occasion) {
  std::vector<std::string> names;
  std::set<std::string> seen;
  for (const ListedMeeting* meeting : occasion.meetings()) {
    for (const ListedAccount& account : meeting->accounts) {
      if (!account.mention && seen.insert(account.document).second)
        names.push_back(account.document);
    }
  }
  return names;
}

// Entries of a layer of these documents; of a text that several print, once.
Result<void> write_entries(JsonWriter& json, const Record& record, Layer layer,
                           const std::vector<std::string>& documents) {
  json.key(layer_plural(layer)).begin_array();
  std::set<std::string> seen;
  for (const std::string& document : documents) {
    EntryFilter filter;
    filter.document = document;
    const Result<void> listed = record.each_entry(layer, filter, [&](const ListedEntry& entry) {
      if (seen.insert(entry.id).second) json.raw(entry_row(entry));
    });
    if (!listed) return listed;
  }
  json.end_array();
  return {};
}

void write_occasion(JsonWriter& json, const Occasion& occasion) {
  json.begin_object();
  if (occasion.meeting) {
    write_meeting(json.key("meeting"), occasion.meeting->meeting);
  } else {
    json.key("meeting").null();
  }
  write_or_null(json, "asked", occasion.meeting ? occasion.meeting->asked : occasion.visit->asked);
  if (occasion.visit) {
    write_visit(json.key("visit"), occasion.visit->visit);
  } else {
    json.key("visit").null();
  }
  json.key("siblings").begin_array();
  if (occasion.visit && occasion.meeting) {
    for (const ListedMeeting& sibling : occasion.visit->visit.meetings) {
      if (sibling.id != occasion.meeting->meeting.id) write_meeting(json, sibling);
    }
  }
  json.end_array();
}

}  // namespace

HttpResponse get_meetings(const Question& question, const Record& record) {
  Parameters given(question.request);
  const EntryFilter filter = given.filter(kinds_of(Layer::Meeting));
  if (auto problem = given.problem()) return *problem;
  RowsResponse rows;
  const Result<void> listed = each_meeting(record, filter, [&](const ListedMeeting& meeting) {
    JsonWriter json;
    write_meeting(json, meeting);
    rows.add(json.text());
  });
  return rows.finish(listed, count_meetings(record, filter));
}

HttpResponse get_visits(const Question& question, const Record& record) {
  Parameters given(question.request);
  const EntryFilter filter = given.filter({});
  if (auto problem = given.problem()) return *problem;
  RowsResponse rows;
  const Result<void> listed = each_visit(record, filter, [&](const ListedVisit& visit) {
    JsonWriter json;
    write_visit(json, visit);
    rows.add(json.text());
  });
  return rows.finish(listed, count_visits(record, filter));
}

HttpResponse get_meeting(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Result<Occasion> occasion = find_occasion(record, question.parts[0]);
  if (!occasion) return not_found(occasion.error());
  const std::vector<std::string> documents = documents_of(*occasion);
  JsonWriter json(1);
  write_occasion(json, *occasion);
  for (const Layer layer : {Layer::Commitment, Layer::Instrument}) {
    const Result<void> written = write_entries(json, record, layer, documents);
    if (!written) return failed(written.error());
  }
  json.key("documents").begin_array();
  for (const std::string& name : documents) {
    EntryFilter filter;
    filter.document = name;
    const Result<void> listed = record.each_document(
        filter, [&](const ListedDocument& document) { write_document(json, document); });
    if (!listed) return failed(listed.error());
  }
  return json_response(json.end_array().end_object().take());
}

HttpResponse get_comparison(const Question& question, const Record& record) {
  Parameters given(question.request);
  PointFilter filter;
  filter.agree = given.flag("agree");
  filter.differs = given.flag("differs");
  filter.only = given.text("only");
  if (auto problem = given.problem()) return *problem;
  if (int{filter.agree} + int{filter.differs} + int{!filter.only.empty()} > 1) {
    return http_error(400, "agree, differs and only exclude each other");
  }
  const Result<Occasion> occasion = find_occasion(record, question.parts[0]);
  if (!occasion) return not_found(occasion.error());
  const Service& service = question.service;
  const AskedAccounts asked =
      accounts_of_record(record, {question.parts[0]}, service.materials.reader, service.threads);
  if (asked.documents.empty()) {
    return http_error(404, "no document gives an account of it; some only refer to it");
  }
  const Comparison comparison =
      compare(asked.compared(), *service.materials.reader.knowledge, service.materials.meanings);
  return json_response(comparison_to_json(comparison, asked.meeting, filter));
}

}  // namespace verbale
