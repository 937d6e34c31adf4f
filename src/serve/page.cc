#include "serve/page.h"

namespace verbale {
namespace {

constexpr std::string_view kNoPage = R"(<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Verbale</title></head>
<body><h1>Verbale</h1>
<p>This program was built without its page: Node was not there when it was built. Install Node
(<code>make setup</code> does) and build again.</p>
<p>The record can be asked all the same: <a href="/api/record">/api/record</a>,
<a href="/api/meetings">/api/meetings</a>, <a href="/api/documents">/api/documents</a>,
<a href="/api/statements">/api/statements</a>, <a href="/api/commitments">/api/commitments</a>.
docs/openapi.yaml lists all addresses.</p></body></html>
)";

}  // namespace

HttpResponse page_for(const HttpRequest&) {
  HttpResponse response;
  response.content_type = "text/html; charset=utf-8";
  response.body = kNoPage;
  return response;
}

}  // namespace verbale
