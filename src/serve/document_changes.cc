// Documents added from the page, set and taken out.
#include <algorithm>

#include "answers/filter_values.h"
#include "base/dates.h"
#include "base/utf8.h"
#include "changes/settings.h"
#include "serve/changes.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {
namespace {

constexpr uint32_t kLongestName = 200;  // code points

// The last part of a path, without control characters: a name in the record, never a place on the
// disk.
std::string plain_file_name(std::string_view given) {
  const size_t slash = given.find_last_of("/\\");
  if (slash != std::string_view::npos) given.remove_prefix(slash + 1);
  std::string name;
  for (const char c : given) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) name += c;
  }
  return name == "." || name == ".." || name == "-" ? std::string() : name;
}

std::string_view name_of(AddJob::State state) {
  switch (state) {
    case AddJob::State::Reading:
      return "reading";
    case AddJob::State::Done:
      return "done";
    case AddJob::State::Failed:
      return "failed";
  }
  return "";
}

// What changes a document names it in full: the beginning of an id is for those who type.
std::optional<HttpResponse> refuse_absent(Store& store, const std::string& document) {
  const Result<StoredDocument> there = store.find_document(document);
  if (!there) return not_found(there.error());
  if (there->id == document || there->name == document) return std::nullopt;
  return http_error(404, "no document has that name or id", "give the whole of it");
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<std::string>& names) {
  json.key(key).begin_array();
  for (const std::string& name : names) json.value(name);
  json.end_array();
}

}  // namespace

HttpResponse post_add(const Question& question) {
  Parameters given(question.request);
  GivenMetadata flags;
  const std::string path = given.text("name");
  const std::string name = plain_file_name(path);
  flags.outlet = given.text("outlet");
  flags.title = given.text("title");
  flags.side = given.state("side");
  flags.date = given.text("date");
  if (auto problem = given.problem()) return *problem;
  const HttpRequest& request = question.request;
  if (!request.content_type.starts_with("application/octet-stream") &&
      !request.content_type.starts_with("text/plain")) {
    return http_error(415, "the body is to be the bytes of a file, or text",
                      "Content-Type: application/octet-stream or text/plain");
  }
  if (request.query.contains("date") && iso_date(flags.date).empty()) {
    return http_error(400, "date is no date", "YYYY-MM-DD; leave it out where it is not known");
  }
  if (name.empty() || CodePointIndex(path).code_points() > kLongestName) {
    return http_error(400, "name is to be the name of a file, of at most 200 characters",
                      "name=report.txt");
  }
  if (request.body.empty()) return http_error(400, "the body is empty");
  const std::optional<std::string> job =
      question.service.jobs->submit(request.body, name, std::move(flags));
  if (!job) return http_error(429, "too many documents wait to be added", "try again in a while");
  JsonWriter json;
  json.begin_object().key("job").value(*job).end_object();
  HttpResponse response = json_response(json.take());
  response.status = 202;
  return response;
}

HttpResponse get_job(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::optional<AddJob> job = question.service.jobs->find(question.parts[0]);
  if (!job)
    return http_error(404, "there is no such job", "/api/documents lists what is in the record");
  JsonWriter json(1);
  json.begin_object().key("id").value(job->id).key("state").value(name_of(job->state));
  json.key("done")
      .value(static_cast<int64_t>(job->done))
      .key("total")
      .value(static_cast<int64_t>(job->total));
  write_names(json, "added", job->added);
  write_names(json, "known", job->known);
  json.key("refused").begin_array();
  for (const Error& error : job->refused) {
    json.begin_object().key("file").value(error.file).key("what").value(error.what);
    json.key("remedy").value(error.remedy).end_object();
  }
  json.end_array().key("added_count").value(static_cast<int64_t>(job->added_count));
  json.key("known_count").value(static_cast<int64_t>(job->known_count));
  json.key("refused_count").value(static_cast<int64_t>(job->refused_count));
  return json_response(json.end_object().take());
}

HttpResponse post_settings(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::expected<JsonValue, HttpResponse> body = json_body(question.request);
  if (!body) return body.error();
  Settings settings;
  for (const auto& [key, value] : body->members) {
    if (!value.is_string())
      return http_error(400, "settings are strings", "an empty one takes a setting back");
    if (CodePointIndex(value.text).code_points() > kLongestParameter)
      return http_error(400, "the value is too long");
    if (const Result<void> checked = check_setting(key, value.text); !checked) {
      return http_error(400, checked.error().file + " " + checked.error().what,
                        checked.error().remedy);
    }
    settings.emplace_back(key, value.text);
  }
  if (settings.empty())
    return http_error(400, "no setting is given", "title date outlet url language side");
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  if (std::optional<HttpResponse> absent = refuse_absent(**store, question.parts[0])) return *absent;
  const Result<std::string> name =
      set_document(**store, question.service.materials.reader, question.parts[0], settings);
  if (!name) return failed_change(name.error());
  JsonWriter json;
  return json_response(json.begin_object().key("set").value(*name).end_object().take());
}

HttpResponse delete_document(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  if (std::optional<HttpResponse> absent = refuse_absent(**store, question.parts[0])) return *absent;
  const Result<std::string> name =
      remove_document(**store, question.service.materials.reader, question.parts[0]);
  if (!name) return failed_change(name.error());
  JsonWriter json;
  return json_response(json.begin_object().key("removed").value(*name).end_object().take());
}

}  // namespace verbale
