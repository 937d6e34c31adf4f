// The table of contents of the page's API; docs/openapi.yaml describes each line of it.
#include "serve/routes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "serve/changes.h"
#include "serve/packing.h"
#include "serve/page.h"
#include "serve/token.h"

namespace verbale {
namespace {

// What has no connection to the record: it changes it, or tells how changing it goes on.
struct ChangeRoute {
  std::string_view method;
  std::string_view path;
  HttpResponse (*answer)(const Question& question);
};

struct Route {
  std::string_view method;
  std::string_view path;  // {} stands for any one segment
  HttpResponse (*answer)(const Question& question, const Record& record);
  Work work = Work::Quick;
};

constexpr std::array kRoutes = {
    Route{"GET", "/api/record", get_record, Work::Text},
    Route{"GET", "/api/documents", get_documents},
    Route{"GET", "/api/documents/{}", get_document, Work::Text},
    Route{"GET", "/api/statements", get_entries<Layer::Statement>},
    Route{"GET", "/api/commitments", get_entries<Layer::Commitment>},
    Route{"GET", "/api/topics", get_entries<Layer::Topic>},
    Route{"GET", "/api/instruments", get_entries<Layer::Instrument>},
    Route{"GET", "/api/frameworks", get_entries<Layer::Framework>},
    Route{"GET", "/api/quantities", get_entries<Layer::Quantity>},
    Route{"GET", "/api/actors", get_entries<Layer::Actor>},
    Route{"GET", "/api/entries/{}", get_entry},
    Route{"GET", "/api/entries/{}/why", get_why, Work::Text},
    Route{"GET", "/api/meetings", get_meetings},
    Route{"GET", "/api/visits", get_visits},
    Route{"GET", "/api/meetings/{}", get_meeting},
    Route{"GET", "/api/meetings/{}/comparison", get_comparison, Work::Long},
    Route{"GET", "/api/ledger", get_ledger, Work::Long},
    Route{"GET", "/api/marks", get_marks},
    Route{"GET", "/api/names", get_names, Work::Long},
    Route{"GET", "/api/phrases", get_phrases, Work::Long},
    Route{"GET", "/api/phrase", get_phrase, Work::Long},
    Route{"GET", "/api/texts", get_texts, Work::Long},
    Route{"GET", "/api/search", get_search},
    Route{"GET", "/api/searches", get_searches},
    Route{"GET", "/api/people", get_people, Work::Long},
    Route{"GET", "/api/people/{}", get_person, Work::Long},
    Route{"GET", "/api/network", get_network, Work::Long},
    Route{"GET", "/api/heat", get_heat, Work::Long},
    Route{"GET", "/api/export/{}", get_export, Work::Long},
    Route{"GET", "/api/brief", get_brief, Work::Long},
    Route{"GET", "/api/review/queue", get_review_queue, Work::Long},
    Route{"GET", "/api/review/agreement", get_agreement, Work::Long},
    Route{"GET", "/api/reviewers", get_reviewers},
    Route{"GET", "/api/decisions", get_decisions, Work::Text},
};

constexpr std::array kChangeRoutes = {
    ChangeRoute{"POST", "/api/add", post_add},
    ChangeRoute{"GET", "/api/jobs/{}", get_job},
    ChangeRoute{"POST", "/api/documents/{}/set", post_settings},
    ChangeRoute{"DELETE", "/api/documents/{}", delete_document},
    ChangeRoute{"POST", "/api/marks", post_mark},
    ChangeRoute{"POST", "/api/decisions", post_decision},
    ChangeRoute{"DELETE", "/api/decisions/{}", delete_decision},
    ChangeRoute{"POST", "/api/searches", post_search},
    ChangeRoute{"DELETE", "/api/searches/{}", delete_search},
};

// Does the path have the route's segments? What stands for {} is put into `parts`.
bool matches(std::string_view pattern, const std::vector<std::string>& segments,
             std::vector<std::string>& parts) {
  parts.clear();
  pattern.remove_prefix(1);
  for (const std::string& segment : segments) {
    const size_t end = std::min(pattern.find('/'), pattern.size());
    const std::string_view expected = pattern.substr(0, end);
    if (expected.empty()) return false;
    if (expected == "{}") {
      if (segment.empty()) return false;
      parts.push_back(segment);
    } else if (expected != segment) {
      return false;
    }
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return pattern.empty();
}

// HEAD is answered as GET is; the server leaves the body out.
std::string_view method_of(const HttpRequest& request) {
  return request.method == "HEAD" ? std::string_view("GET") : std::string_view(request.method);
}

bool is_for_api(const HttpRequest& request) {
  return !request.segments.empty() && request.segments.front() == "api";
}

struct Match {
  const Route* route = nullptr;  // one of the two, or neither
  const ChangeRoute* change = nullptr;
  std::vector<std::string> parts;
  std::vector<std::string_view> methods;  // that the address takes
};

Match find_route(const HttpRequest& request) {
  Match match;
  std::vector<std::string> parts;
  for (const Route& route : kRoutes) {
    if (!matches(route.path, request.segments, parts)) continue;
    match.methods.push_back(route.method);
    if (route.method != method_of(request)) continue;
    match.route = &route;
    match.parts = parts;
  }
  for (const ChangeRoute& route : kChangeRoutes) {
    if (!matches(route.path, request.segments, parts)) continue;
    match.methods.push_back(route.method);
    if (route.method != method_of(request)) continue;
    match.change = &route;
    match.parts = parts;
  }
  return match;
}

HttpResponse refuse_method(const std::vector<std::string_view>& methods) {
  HttpResponse response = http_error(405, "this address does not take that method");
  response.headers.emplace_back("Allow", fmt::format("{}", fmt::join(methods, ", ")));
  return response;
}

// No such address, or it does not take the method.
HttpResponse refuse_address(const Match& match) {
  if (!match.methods.empty()) return refuse_method(match.methods);
  return http_error(404, "there is no such address", "docs/openapi.yaml lists what there is");
}

constexpr size_t kMostBytes = size_t{256} << 20;  // of an answer that is shown

// Packed at once, for it will be sent to a browser more than once.
HttpResponse answer_from_record(const Route& route, const Question& question) {
  Result<RecordReaders::Lent> record = question.service.readers->lend();
  if (!record) return failed(record.error());
  HttpResponse response = route.answer(question, **record);
  if (response.file_name.empty() && response.body.size() > kMostBytes) {
    return http_error(400, "the answer would be larger than a browser can take",
                      "ask for less: from, to, kind, limit; or use the command line");
  }
  if (std::optional<std::string> packed = gzip_if_smaller(response.body)) {
    response.body = std::move(*packed);
    response.packed = true;
  }
  return response;
}

// The whole question as one string, the same in whatever order its parameters come.
std::string key_of(const HttpRequest& request) {
  std::string key;
  for (const std::string& segment : request.segments) key += '/' + segment + '\0';
  for (const auto& [name, value] : request.query) key += '\0' + name + '\0' + value;
  return key;
}

// As long as the record is as it was, a question is answered once.
HttpResponse answer_kept(const Route& route, const Question& question) {
  const Result<std::string> version = question.service.readers->version();
  if (!version) return failed(version.error());
  return question.service.cache->get(key_of(question.request), *version,
                                     [&] { return answer_from_record(route, question); });
}

}  // namespace

HttpResponse answer_request(Service& service, const HttpRequest& request) {
  if (!is_for_api(request)) {
    if (method_of(request) != "GET") return refuse_method({"GET"});
    return page_for(request);
  }
  Match match = find_route(request);
  if (match.route == nullptr && match.change == nullptr) return refuse_address(match);
  const Question question{service, request, std::move(match.parts)};
  if (match.change != nullptr) {
    return service.writable() ? match.change->answer(question)
                              : http_error(404, "nothing is added here");
  }
  return answer_kept(*match.route, question);
}

std::optional<HttpResponse> refuse_request(const Service& service, const HttpRequest& request) {
  const bool reads = method_of(request) == "GET";
  if (!is_for_api(request)) return reads ? std::nullopt : std::optional(refuse_method({"GET"}));
  const Match match = find_route(request);
  if (match.route == nullptr && match.change == nullptr) return refuse_address(match);
  if (reads) return std::nullopt;
  if (!service.writable()) {
    return http_error(403, "the record cannot be written",
                      "change the permissions of its file and folder");
  }
  if (!is_same_token(request.token, service.token)) {
    HttpResponse response = http_error(401, "writing needs the token of this server",
                                       "open the address that verbale serve printed");
    response.headers.emplace_back("WWW-Authenticate", "X-Verbale-Token");
    return response;
  }
  return std::nullopt;
}

std::optional<HttpResponse> known_answer(const Service& service, const HttpRequest& request) {
  if (method_of(request) != "GET" || find_route(request).route == nullptr) return std::nullopt;
  const Result<std::string> version = service.readers->version();
  if (!version) return std::nullopt;
  return service.cache->known(key_of(request), *version);
}

size_t most_body(const HttpRequest& request) {
  const Match match = find_route(request);
  if (match.change == nullptr || match.change->method != "POST") return 0;
  return match.change->path == "/api/add" ? SIZE_MAX : kMostJsonBytes;
}

Work work_of(const HttpRequest& request) {
  const Match match = find_route(request);
  if (match.change != nullptr) {
    // Those two hand over to the jobs, or ask for one.
    const bool quick = match.change->method == "GET" || match.change->path == "/api/add";
    return quick ? Work::Quick : Work::Change;
  }
  return match.route != nullptr ? match.route->work : Work::Quick;
}

HttpResponse json_response(std::string json) {
  HttpResponse response;
  response.body = std::move(json);
  response.body += '\n';
  return response;
}

HttpResponse not_found(const Error& error) {
  return http_error(404, error.file.empty() ? error.what : error.file + ": " + error.what,
                    error.remedy);
}

HttpResponse failed(const Error& error) {
  return http_error(500, error.file.empty() ? error.what : error.file + ": " + error.what,
                    error.remedy);
}

}  // namespace verbale
