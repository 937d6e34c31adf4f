#include "serve/http_answer.h"

#include <fmt/format.h>

#include <boost/beast/http.hpp>

#include "base/file.h"
#include "serve/packing.h"

namespace verbale {
namespace {

namespace http = boost::beast::http;

constexpr std::string_view kContentPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'";

void set_safety_headers(Answer& answer) {
  answer.set("Content-Security-Policy", std::string(kContentPolicy));
  answer.set("X-Content-Type-Options", "nosniff");
  answer.set("X-Frame-Options", "DENY");
  answer.set("Referrer-Policy", "no-referrer");
  answer.set("Cross-Origin-Opener-Policy", "same-origin");
  answer.set("Cross-Origin-Resource-Policy", "same-origin");
}

// Sends gzip to those who take it.
void pack_or_unpack(HttpResponse& response, const Wishes& wishes, Answer& answer) {
  if (response.body.empty()) return;
  if (response.packed && !wishes.takes_gzip) {
    response.body = gunzip(response.body).value_or(std::string());
  } else if (response.packed) {
    answer.set(http::field::content_encoding, "gzip");
  } else if (wishes.takes_gzip) {
    std::optional<std::string> packed = gzip_if_smaller(response.body);
    if (!packed) return;
    response.body = std::move(*packed);
    answer.set(http::field::content_encoding, "gzip");
  }
}

}  // namespace

Answer make_answer(HttpResponse response, const Wishes& wishes) {
  Answer answer(static_cast<http::status>(response.status), wishes.version);
  set_safety_headers(answer);
  answer.keep_alive(wishes.keep_alive);
  answer.set(http::field::content_type, response.content_type);
  answer.set(http::field::vary, "Accept-Encoding");
  if (!response.file_name.empty())
    answer.set(http::field::content_disposition, disposition(response.file_name));
  for (const auto& [name, value] : response.headers) answer.set(name, value);
  if (response.status == 200) {
    // Weak: the same content has one tag, packed or not.
    const std::string tag = "W/\"" + sha256_hex(response.body).substr(0, 20) + "\"";
    answer.set(http::field::etag, tag);
    answer.set(http::field::cache_control,
               response.lasting ? "public, max-age=31536000, immutable" : "no-cache");
    if (wishes.known_tag == tag) {
      answer.result(http::status::not_modified);
      response.body.clear();
    }
  } else {
    answer.set(http::field::cache_control, "no-store");
  }
  pack_or_unpack(response, wishes, answer);
  const size_t size = response.body.size();
  if (!wishes.head_only) answer.body() = std::move(response.body);
  if (answer.result() != http::status::not_modified) answer.content_length(size);
  return answer;
}

}  // namespace verbale
