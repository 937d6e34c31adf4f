#include <charconv>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "serve/http.h"

namespace verbale {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// Percent decoding (RFC 3986); `plus`: '+' is a blank, as forms write it. What comes out must be
// UTF-8 without NUL.
bool decode(std::string_view coded, bool plus, std::string& out) {
  out.clear();
  for (size_t i = 0; i < coded.size(); ++i) {
    if (plus && coded[i] == '+') {
      out += ' ';
    } else if (coded[i] != '%') {
      out += coded[i];
    } else {
      if (i + 2 >= coded.size()) return false;
      const int high = hex_digit(coded[i + 1]);
      const int low = hex_digit(coded[i + 2]);
      if (high < 0 || low < 0) return false;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out.find('\0') == std::string::npos && find_malformed_utf8(out) == std::string_view::npos;
}

}  // namespace

bool parse_target(std::string_view target, HttpRequest& request) {
  if (target.empty() || target.front() != '/' || target.size() > kLongestTarget) return false;
  const size_t mark = target.find('?');
  if (!decode(target.substr(0, mark), false, request.path)) return false;
  std::string_view path = target.substr(1, mark == std::string_view::npos ? mark : mark - 1);
  while (!path.empty()) {
    const size_t end = std::min(path.find('/'), path.size());
    if (!decode(path.substr(0, end), false, request.segments.emplace_back())) return false;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  std::string_view rest =
      mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1);
  while (!rest.empty()) {
    const size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view pair = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const size_t equals = std::min(pair.find('='), pair.size());
    std::string name;
    std::string value;
    if (!decode(pair.substr(0, equals), true, name)) return false;
    if (!decode(pair.substr(std::min(equals + 1, pair.size())), true, value)) return false;
    if (!name.empty()) request.query[name] = value;
  }
  return true;
}

bool is_loopback_host(std::string_view host, uint16_t port) {
  const size_t colon = host.rfind(':');
  if (colon == std::string_view::npos || host.ends_with(']')) return false;
  const std::string_view digits = host.substr(colon + 1);
  uint16_t given = 0;
  const std::from_chars_result read =
      std::from_chars(digits.data(), digits.data() + digits.size(), given);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || given != port)
    return false;
  const std::string_view name = host.substr(0, colon);
  return name == "127.0.0.1" || name == "localhost" || name == "[::1]";
}

HttpResponse http_error(int status, std::string_view what, std::string_view remedy) {
  JsonWriter json;
  json.begin_object().key("error").value(what);
  if (!remedy.empty()) json.key("remedy").value(remedy);
  HttpResponse response;
  response.status = status;
  response.body = json.end_object().take() + "\n";
  return response;
}

}  // namespace verbale
