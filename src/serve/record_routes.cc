// The record as a whole, and its documents.
#include "answers/documents.h"
#include "answers/filter_values.h"
#include "answers/rows.h"
#include "base/version.h"
#include "serve/parameters.h"
#include "serve/routes.h"
#include "serve/rows_response.h"
#include "store/document_detail.h"

namespace verbale {

HttpResponse get_record(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const Service& service = question.service;
  // Before the record is looked into: what is told is then at least as new.
  const Result<std::string> version = service.readers->version();
  if (!version) return failed(version.error());
  const Result<RecordSummary> summary = summarise(record);
  if (!summary) return failed(summary.error());
  const World& world = service.materials.reader.knowledge->world;
  JsonWriter json(1);
  json.begin_object().key("version").value(kVersion).key("store").value(service.store);
  json.key("documents").value(summary->documents).key("meetings").value(summary->meetings);
  json.key("visits").value(summary->visits).key("statements").value(summary->statements);
  json.key("commitments").value(summary->commitments).key("writable").value(service.writable());
  json.key("version_of_data").value(*version);
  const auto write_states = [&](const char* key, const auto& states) {
    json.key(key).begin_array();
    for (const auto& [id, documents] : states) {
      const State* const state = world.state(id);
      json.begin_object().key("id").value(id).key("name").value(state == nullptr ? id
                                                                                 : state->name);
      json.key("documents").value(documents).end_object();
    }
    json.end_array();
  };
  write_states("states", summary->states);
  write_states("sides", summary->sides);
  return json_response(json.end_object().take());
}

HttpResponse get_documents(const Question& question, const Record& record) {
  Parameters given(question.request);
  const EntryFilter filter = given.document_filter(report_kinds());
  if (auto problem = given.problem()) return *problem;
  RowsResponse rows;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    JsonWriter json;
    write_document(json, document);
    rows.add(json.text());
  });
  return rows.finish(listed, record.count_documents(filter));
}

HttpResponse get_document(const Question& question, const Record& record) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  Result<std::string> json =
      document_to_json(record, question.parts[0], question.service.materials.reader);
  return json ? json_response(std::move(*json)) : not_found(json.error());
}

}  // namespace verbale
