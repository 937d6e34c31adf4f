#include "serve/page.h"

#include <algorithm>
#include <array>

#include "serve/page_files.h"

namespace verbale {
namespace {

constexpr std::string_view kNoPage = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Verbale</title></head>
<body><h1>Verbale</h1>
<p>This program was built without its page: Node was not there when it was built, or failed.
Install Node (<code>make setup</code> does) and build again.</p>
<p>The record can be asked all the same: <a href="/api/record">/api/record</a>,
<a href="/api/meetings">/api/meetings</a>, <a href="/api/documents">/api/documents</a>,
<a href="/api/statements">/api/statements</a>, <a href="/api/commitments">/api/commitments</a>,
<a href="/api/ledger">/api/ledger</a>,
<a href="/api/search?q=cooperation">/api/search?q=cooperation</a>.
docs/openapi.yaml lists all addresses.</p></body></html>
)";

// What addresses of the page begin with; web/src/lib/routes.ts tells which view each shows.
constexpr std::array<std::string_view, 17> kViews = {
    "meetings", "m",     "d",      "documents", "search", "add",    "ledger",   "l", "phrases",
    "phrase",   "names", "people", "network",   "heat",   "review", "settings", ""};

bool is_view(const HttpRequest& request) {
  const std::string_view first =
      request.segments.empty() ? std::string_view() : request.segments.front();
  return std::ranges::find(kViews, first) != kViews.end();
}

const PageFile* find_file(std::string_view path) {
  const std::vector<PageFile>& files = page_files();
  const auto found = std::ranges::find(files, path, &PageFile::path);
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

HttpResponse page_for(const HttpRequest& request) {
  HttpResponse response;
  const PageFile* file = find_file(request.path);
  if (file == nullptr && request.path.starts_with("/assets/")) {
    return http_error(404, "the page has no such file", "load the page again");
  }
  if (file == nullptr) {
    // An address that is none is shown as such by the page itself.
    response.status = is_view(request) ? 200 : 404;
    file = find_file("/index.html");
  }
  if (file == nullptr) {
    response.content_type = "text/html; charset=utf-8";
    response.body = kNoPage;
    return response;
  }
  response.content_type = file->type;
  response.body = file->bytes();
  response.packed = file->packed;
  response.lasting = file->path.starts_with("/assets/");
  return response;
}

}  // namespace verbale
