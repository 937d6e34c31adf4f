// The one file that knows Boost.Beast and Asio.
#include "serve/http.h"

#include <fmt/format.h>

#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <optional>
#include <thread>

#include "base/file.h"
#include "serve/packing.h"

namespace verbale {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Answer = http::response<http::string_body>;
using Head = http::request_parser<http::buffer_body>;

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

// What of a request's head the answer depends on.
struct Wishes {
  unsigned version = 11;
  bool keep_alive = false;
  bool head_only = false;
  bool takes_gzip = false;
  std::string known_tag;
};

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
    const std::string tag = "\"" + sha256_hex(response.body).substr(0, 20) + "\"";
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

// Neither HTTP nor a caller that went away.
bool is_malformed(const beast::error_code& failure) {
  return failure &&
         failure.category() == http::make_error_code(http::error::bad_target).category() &&
         failure != http::error::end_of_stream && failure != http::error::partial_message;
}

std::string field(const Head& head, http::field name) { return std::string(head.get()[name]); }

}  // namespace

struct HttpServer::Parts {
  Parts(HttpHandler h, const HttpLimits& l)
      : handler(std::move(h)), limits(l), long_work(static_cast<size_t>(l.long_answers)) {}

  asio::awaitable<void> listen();
  asio::awaitable<void> serve(beast::tcp_stream stream);
  asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer);
  asio::awaitable<bool> read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer, Head& head,
                                  std::string& body);
  asio::awaitable<bool> write(beast::tcp_stream& stream, Answer answer, bool head_only);
  asio::awaitable<void> part(beast::tcp_stream& stream);
  std::optional<HttpResponse> read_head(const Head& head, beast::error_code failure,
                                        HttpRequest& request, Wishes& wishes) const;
  std::optional<HttpResponse> refuse(const Head& head, const HttpRequest& request) const;
  HttpResponse handle(const HttpRequest& request) const;
  asio::awaitable<HttpResponse> handle_apart(const HttpRequest& request) const;
  void close();

  HttpHandler handler;
  HttpLimits limits;
  asio::io_context context;
  asio::thread_pool long_work;
  asio::strand<asio::io_context::executor_type> door =
      asio::make_strand(context);  // accepting and closing
  tcp::acceptor acceptor{door};
  asio::signal_set signals{door};
  asio::steady_timer grace{door};
  std::atomic<int> connections = 0;
  std::atomic<size_t> body_bytes = 0;  // of requests that are being read and answered
  std::atomic<bool> stopping = false;
  uint16_t port = 0;
};

// Before a byte of the body is read: who asks, and may he?
std::optional<HttpResponse> HttpServer::Parts::refuse(const Head& head,
                                                      const HttpRequest& request) const {
  if (!is_loopback_host(field(head, http::field::host), port)) {
    return http_error(403, "the Host header does not name this server",
                      "open the address that verbale serve printed");
  }
  const std::string origin = field(head, http::field::origin);
  if (!origin.empty() &&
      !(origin.starts_with("http://") && is_loopback_host(origin.substr(7), port))) {
    return http_error(403, "another site asks");
  }
  if (head.get().target().size() > kLongestTarget)
    return http_error(414, "the address is too long");
  if (request.path.empty()) return http_error(400, "the address is malformed");
  if (handler.refuse) {
    if (std::optional<HttpResponse> refusal = handler.refuse(request)) return refusal;
  }
  const boost::optional<uint64_t> length = head.content_length();
  if (length && *length > limits.body_bytes) {
    return http_error(413,
                      fmt::format("the request holds more than {} MB", limits.body_bytes >> 20),
                      "send the files in several requests, or use `verbale add`");
  }
  return std::nullopt;
}

HttpResponse HttpServer::Parts::handle(const HttpRequest& request) const {
  try {
    return handler.answer(request);
  } catch (const std::exception&) {
    return http_error(500, "the request could not be answered");
  }
}

asio::awaitable<HttpResponse> HttpServer::Parts::handle_apart(const HttpRequest& request) const {
  co_return handle(request);
}

asio::awaitable<bool> HttpServer::Parts::read_body(beast::tcp_stream& stream,
                                                   beast::flat_buffer& buffer, Head& head,
                                                   std::string& body) {
  std::array<char, 65536> piece;
  while (!head.is_done()) {
    head.get().body().data = piece.data();
    head.get().body().size = piece.size();
    beast::error_code failure;
    co_await http::async_read_some(stream, buffer, head,
                                   asio::redirect_error(asio::use_awaitable, failure));
    if (failure && failure != http::error::need_buffer) co_return false;
    const size_t size = piece.size() - head.get().body().size;
    body_bytes += size;
    body.append(piece.data(), size);
    if (body.size() > limits.body_bytes || body_bytes > limits.body_bytes_at_once) co_return false;
  }
  co_return true;
}

// What can be told from the head alone: nothing to refuse, or the refusal.
std::optional<HttpResponse> HttpServer::Parts::read_head(const Head& head,
                                                         beast::error_code failure,
                                                         HttpRequest& request,
                                                         Wishes& wishes) const {
  if (failure == http::error::header_limit)
    return http_error(431, "the request's head is too long");
  if (failure == http::error::body_limit) return http_error(413, "the request is too large");
  if (failure) return http_error(400, "this is no HTTP request");
  wishes.version = head.get().version();
  wishes.head_only = head.get().method() == http::verb::head;
  wishes.takes_gzip = field(head, http::field::accept_encoding).find("gzip") != std::string::npos;
  wishes.known_tag = field(head, http::field::if_none_match);
  if (!parse_target(head.get().target(), request)) request.path.clear();
  request.method = std::string(head.get().method_string());
  request.token = std::string(head.get()["X-Verbale-Token"]);
  request.content_type = field(head, http::field::content_type);
  return refuse(head, request);
}

asio::awaitable<bool> HttpServer::Parts::write(beast::tcp_stream& stream, Answer answer,
                                               bool head_only) {
  beast::error_code failure;
  stream.expires_after(std::chrono::seconds(limits.body_seconds));
  http::response_serializer<http::string_body> serializer(answer);
  if (head_only) {
    co_await http::async_write_header(stream, serializer,
                                      asio::redirect_error(asio::use_awaitable, failure));
  } else {
    co_await http::async_write(stream, serializer,
                               asio::redirect_error(asio::use_awaitable, failure));
  }
  co_return !failure;
}

// Answers one request; false: the connection ends.
asio::awaitable<bool> HttpServer::Parts::serve_one(beast::tcp_stream& stream,
                                                   beast::flat_buffer& buffer) {
  Head head;
  head.header_limit(static_cast<uint32_t>(limits.header_bytes));
  head.body_limit(limits.body_bytes);
  stream.expires_after(std::chrono::seconds(limits.header_seconds));
  beast::error_code failure;
  co_await http::async_read_header(stream, buffer, head,
                                   asio::redirect_error(asio::use_awaitable, failure));
  if (failure && failure != http::error::header_limit && failure != http::error::body_limit &&
      !is_malformed(failure)) {
    co_return false;  // a caller that is gone, or too slow
  }
  Wishes wishes;
  HttpRequest request;
  std::optional<HttpResponse> response = read_head(head, failure, request, wishes);
  if (!response) {
    stream.expires_after(std::chrono::seconds(limits.body_seconds));
    const bool whole = co_await read_body(stream, buffer, head, request.body);
    if (whole && handler.takes_long && handler.takes_long(request)) {
      response = co_await asio::co_spawn(long_work, handle_apart(request), asio::use_awaitable);
    } else if (whole) {
      response = handle(request);
    }
    body_bytes -= request.body.size();
    if (!whole) co_return false;
    wishes.keep_alive = head.get().keep_alive() && !stopping;
  }
  const bool written =
      co_await write(stream, make_answer(std::move(*response), wishes), wishes.head_only);
  co_return written&& wishes.keep_alive;
}

// Lets the caller read the answer: what he still sends is thrown away for a while, for a socket
// that is closed with bytes unread takes the answer with it.
asio::awaitable<void> HttpServer::Parts::part(beast::tcp_stream& stream) {
  beast::error_code failure;
  stream.socket().shutdown(tcp::socket::shutdown_send, failure);
  std::array<char, 16384> thrown;
  size_t left = limits.thrown_bytes;
  stream.expires_after(std::chrono::seconds(1));
  while (!failure && left > 0) {
    const size_t read = co_await stream.async_read_some(
        asio::buffer(thrown), asio::redirect_error(asio::use_awaitable, failure));
    left -= std::min(left, read);
  }
}

asio::awaitable<void> HttpServer::Parts::serve(beast::tcp_stream stream) {
  beast::flat_buffer buffer(limits.header_bytes + 65536);
  while (co_await serve_one(stream, buffer)) {
  }
  co_await part(stream);
  if (--connections == 0 && stopping) context.stop();
}

asio::awaitable<void> HttpServer::Parts::listen() {
  while (!stopping) {
    beast::error_code failure;
    tcp::socket socket = co_await acceptor.async_accept(
        asio::make_strand(context), asio::redirect_error(asio::use_awaitable, failure));
    if (failure == asio::error::operation_aborted) co_return;
    if (failure) continue;  // a caller that is gone, or too many open files: the next one
    if (connections >= limits.connections) continue;  // closed by the socket's end
    ++connections;
    socket.set_option(tcp::no_delay(true), failure);
    asio::co_spawn(socket.get_executor(), serve(beast::tcp_stream(std::move(socket))),
                   asio::detached);
  }
}

void HttpServer::Parts::close() {
  if (stopping.exchange(true)) return;
  beast::error_code ignored;
  acceptor.close(ignored);
  signals.cancel(ignored);
  if (connections == 0) return context.stop();
  // Connections that only wait for a next request would hold it up.
  grace.expires_after(std::chrono::seconds(3));
  grace.async_wait([this](beast::error_code) { context.stop(); });
}

HttpServer::HttpServer(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
HttpServer::HttpServer(HttpServer&&) noexcept = default;
HttpServer::~HttpServer() = default;

Result<HttpServer> HttpServer::open(uint16_t port, HttpHandler handler, const HttpLimits& limits) {
  std::unique_ptr<Parts> parts = std::make_unique<Parts>(std::move(handler), limits);
  beast::error_code failure;
  const tcp::endpoint endpoint(asio::ip::address_v4::loopback(), port);
  parts->acceptor.open(endpoint.protocol(), failure);
  if (!failure) parts->acceptor.set_option(asio::socket_base::reuse_address(true), failure);
  if (!failure) parts->acceptor.bind(endpoint, failure);
  if (!failure) parts->acceptor.listen(asio::socket_base::max_listen_connections, failure);
  if (failure) {
    return fail(fmt::format("127.0.0.1:{}", port), "cannot listen there: " + failure.message(),
                "name another port with --port");
  }
  parts->port = parts->acceptor.local_endpoint().port();
  return HttpServer(std::move(parts));
}

uint16_t HttpServer::port() const { return parts_->port; }

void HttpServer::run(int threads) {
  beast::error_code ignored;
  parts_->signals.add(SIGINT, ignored);
  parts_->signals.add(SIGTERM, ignored);
  parts_->signals.async_wait([this](beast::error_code failure, int) {
    if (!failure) parts_->close();
  });
  asio::co_spawn(parts_->door, parts_->listen(), asio::detached);
  std::vector<std::thread> helpers;
  for (int i = 1; i < threads; ++i) helpers.emplace_back([this] { parts_->context.run(); });
  parts_->context.run();
  for (std::thread& helper : helpers) helper.join();
  parts_->long_work.stop();
  parts_->long_work.join();
}

void HttpServer::stop() {
  asio::post(parts_->door, [this] { parts_->close(); });
}

}  // namespace verbale
