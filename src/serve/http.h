// HTTP/1.1 on loopback. Boost.Beast is behind this header; handlers see plain requests and
// responses.
//
// Nothing from outside is trusted: sizes and times are bounded, a foreign Host (DNS rebinding) or
// Origin is refused before a handler is called, and every answer carries headers that keep a
// browser from running, framing or guessing anything.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"

namespace verbale {

struct HttpRequest {
  std::string method;                        // "GET", "POST", ...
  std::string path;                          // decoded, begins with '/', holds no NUL
  std::vector<std::string> segments;         // of the path, each decoded: "a/b" may be one of them
  std::map<std::string, std::string> query;  // decoded; of a name given twice, the last
  std::string token;                         // X-Verbale-Token
  std::string content_type;
  std::string body;
};

struct HttpResponse {
  int status = 200;
  std::string content_type = "application/json; charset=utf-8";
  std::string body;
  std::string file_name;  // a download of this name; empty: shown
  bool lasting =
      false;            // may be kept by the browser for good: its address holds its content's hash
  bool packed = false;  // `body` is gzip already
  std::vector<std::pair<std::string, std::string>> headers;  // others, plain ASCII
};

struct HttpLimits {
  size_t header_bytes = 32 * 1024;
  size_t body_bytes = 256 * 1024 * 1024;
  size_t body_bytes_at_once = 512 * 1024 * 1024;  // of all requests that are being read
  size_t thrown_bytes = 4 * 1024 * 1024;          // read and thrown away after an early refusal
  int connections = 1024;  // fewer where the system allows the program fewer open files
  int text_answers = 2;     // of Work::Text that are made at one time
  int long_answers = 2;     // of Work::Long
  int changes = 2;          // of Work::Change
  int waiting = 500;        // requests for answers of one kind; more are refused
  int header_seconds = 10;  // to send a request's head, and to stay silent between requests
  int body_seconds = 120;
};

// How long an answer takes: what takes longer waits for its own kind, and holds up no other.
// Quick: made by the threads that read and write for all callers, so it is a few rows of the
// record. Text: reads a whole text, which may be megabytes. Long: reads many. Change: waits until it
// may write.
enum class Work : uint8_t { Quick, Text, Long, Change };

// Who answers. All are called on several threads at once.
struct HttpHandler {
  // What is thrown becomes a 500.
  std::function<HttpResponse(const HttpRequest&)> answer;
  // Called before the body is read: an answer here refuses it. May be empty.
  std::function<std::optional<HttpResponse>(const HttpRequest&)> refuse;
  // Called before the body is read: how many bytes it may have. Empty: as many as the limits allow.
  std::function<size_t(const HttpRequest&)> most_body;
  // Asked first where the answer is not quick: one that is known already. May be empty.
  std::function<std::optional<HttpResponse>(const HttpRequest&)> known;
  // Empty: all is quick.
  std::function<Work(const HttpRequest&)> work_of;
};

class HttpServer {
 public:
  // Binds 127.0.0.1:`port`; 0 takes a free port. An error: the port is taken.
  static Result<HttpServer> open(uint16_t port, HttpHandler handler, const HttpLimits& limits = {});
  HttpServer(HttpServer&&) noexcept;
  ~HttpServer();

  uint16_t port() const;
  // Serves until stop() is called or SIGINT or SIGTERM comes; what is under way is answered first.
  void run(int threads);
  // From any thread.
  void stop();

 private:
  struct Parts;
  explicit HttpServer(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

inline constexpr size_t kLongestTarget = 16 * 1024;
// Reads a target "/a%20b?c=d+e" into path, segments and query. False: malformed, or longer than
// that.
bool parse_target(std::string_view target, HttpRequest& request);

// Is this the Host header of a loopback server on `port`?
bool is_loopback_host(std::string_view host, uint16_t port);

// An error as JSON: {"error": what, "remedy": remedy}.
HttpResponse http_error(int status, std::string_view what, std::string_view remedy = {});

}  // namespace verbale
