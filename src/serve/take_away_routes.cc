// Files to take away: exports and briefs.
#include "answers/briefs.h"
#include "answers/filter_values.h"
#include "answers/record_export.h"
#include "answers/telling.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {
namespace {

HttpResponse file_response(std::string bytes, std::string media_type, std::string name) {
  HttpResponse response;
  response.body = std::move(bytes);
  if (media_type.starts_with("text/") && media_type.find("charset") == std::string::npos) {
    media_type += "; charset=utf-8";
  }
  response.content_type = std::move(media_type);
  response.file_name = std::move(name);
  return response;
}

std::string_view media_type_of(std::string_view format) {
  if (format == "docx")
    return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  return format == "html" ? "text/html" : "text/markdown";
}

}  // namespace

HttpResponse get_export(const Question& question, const Record& record) {
  Parameters given(question.request);
  ExportChoice choice{given.filter(export_kinds()), given.text("meeting"), given.text("person"), given.text("outlet")};
  if (!question.request.query.contains("limit")) choice.filter.limit = -1;  // all of the record
  const bool positions_only = given.flag("positions_only");
  if (auto problem = given.problem()) return *problem;
  const ExportFormat* const format = find_export_format(question.parts[0]);
  if (format == nullptr) {
    std::string names;
    for (const ExportFormat& one : export_formats())
      names += (names.empty() ? "" : ", ") + std::string(one.name);
    return http_error(404, "there is no such format", "there are " + names);
  }
  if (!choice.meeting.empty()) {
    const Result<TellingDocuments> telling = documents_that_tell(record, choice.meeting);
    if (!telling) return not_found(telling.error());
  }
  const Service& service = question.service;
  Result<RecordExport> exported = export_record(record, service.materials.reader, *format, choice,
                                                {positions_only}, service.threads);
  if (!exported && positions_only) return http_error(400, exported.error().message());
  if (!exported) return failed(exported.error());
  HttpResponse response = file_response(std::move(exported->bytes), std::string(format->media_type),
                                        "verbale" + std::string(format->ending));
  response.headers.emplace_back("X-Stale-Documents", std::to_string(exported->stale));
  return response;
}

HttpResponse get_brief(const Question& question, const Record& record) {
  Parameters given(question.request);
  const std::string meeting = given.text("meeting");
  const std::vector<std::string> states = given.states("states");
  std::string format = given.one_of("format", {"md", "html", "docx"});
  if (auto problem = given.problem()) return *problem;
  if (meeting.empty() == states.empty() || states.size() == 1) {
    return http_error(400, "a brief is of one meeting or of two or more states",
                      "meeting=ID or states=CHN,VNM");
  }
  if (format.empty()) format = "md";
  const Service& service = question.service;
  const Result<Page> page =
      meeting.empty() ? brief_of_states(record, states, service.materials, service.threads)
                      : brief_of_meeting(record, meeting, service.materials, service.threads);
  if (!page) return not_found(page.error());
  Result<std::string> bytes = page_to_file_form(*page, "brief." + format);
  if (!bytes) return failed(bytes.error());
  return file_response(std::move(*bytes), std::string(media_type_of(format)), "brief." + format);
}

}  // namespace verbale
