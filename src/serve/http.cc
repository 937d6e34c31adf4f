// With http_answer.cc the one place that knows Boost.Beast and Asio.
#include "serve/http.h"

#include <fmt/format.h>
#include <sys/socket.h>

#include <atomic>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <optional>
#include <thread>

#include "serve/http_answer.h"
#include "serve/open_files.h"
#include "serve/packing.h"

namespace verbale {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Head = http::request_parser<http::buffer_body>;

constexpr std::chrono::milliseconds kBreath{50};
constexpr std::string_view kGoOn = "HTTP/1.1 100 Continue\r\n\r\n";

// Neither HTTP nor a caller that went away.
bool is_malformed(const beast::error_code& failure) {
  return failure &&
         failure.category() == http::make_error_code(http::error::bad_target).category() &&
         failure != http::error::end_of_stream && failure != http::error::partial_message;
}

HttpResponse too_large(size_t most) {
  if (most == 0) return http_error(413, "this address takes no body");
  return http_error(413, fmt::format("the request holds more than {} bytes", most),
                    "send the files in several requests, or use `verbale add`");
}

// How reading a body went: it is whole, or it is refused, or its sender is gone.
struct BodyRead {
  bool whole = false;
  std::optional<HttpResponse> refusal;
};

// Threads for answers of one kind, and how many requests they have before them.
struct Workers {
  explicit Workers(int count) : threads(static_cast<size_t>(count)) {}
  asio::thread_pool threads;
  std::atomic<int> asked = 0;
};

// Nobody reads the answer any more.
bool is_gone(int socket) {
  char next = 0;
  return ::recv(socket, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

std::string field(const Head& head, http::field name) { return std::string(head.get()[name]); }

}  // namespace

struct HttpServer::Parts {
  Parts(HttpHandler h, const HttpLimits& l)
      : handler(std::move(h)),
        limits(l),
        text_work(l.text_answers),
        long_work(l.long_answers),
        changes(l.changes) {}

  asio::awaitable<void> listen();
  asio::awaitable<void> serve(beast::tcp_stream stream);
  asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer);
  asio::awaitable<BodyRead> read_body(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                      Head& head, HttpRequest& request);
  asio::awaitable<bool> write(beast::tcp_stream& stream, Answer answer, bool head_only);
  asio::awaitable<void> part(beast::tcp_stream& stream);
  std::optional<HttpResponse> read_head(const Head& head, beast::error_code failure,
                                        HttpRequest& request, Wishes& wishes) const;
  std::optional<HttpResponse> refuse_caller(const Head& head, const HttpRequest& request) const;
  std::optional<HttpResponse> refuse(const Head& head, const HttpRequest& request) const;
  size_t most_body(const HttpRequest& request) const;
  HttpResponse handle(const HttpRequest& request) const;
  std::optional<HttpResponse> known(const HttpRequest& request) const;
  asio::awaitable<HttpResponse> handle_apart(const HttpRequest& request, int socket) const;
  asio::awaitable<HttpResponse> handle_by_work(const HttpRequest& request, int socket);
  void close();

  HttpHandler handler;
  HttpLimits limits;
  asio::io_context context;
  Workers text_work;
  Workers long_work;
  Workers changes;
  asio::strand<asio::io_context::executor_type> door =
      asio::make_strand(context);  // accepting and closing
  tcp::acceptor acceptor{door};
  asio::signal_set signals{door};
  asio::steady_timer grace{door};
  asio::steady_timer breath{door};  // before accepting again
  std::atomic<int> connections = 0;
  std::atomic<size_t> body_bytes = 0;  // of requests that are being read and answered
  std::atomic<bool> stopping = false;
  uint16_t port = 0;
};

// Who asks? A name that leads here (DNS rebinding), another site's page, or the user's own.
std::optional<HttpResponse> HttpServer::Parts::refuse_caller(const Head& head,
                                                             const HttpRequest& request) const {
  if (head.get().count(http::field::host) > 1) return http_error(400, "there are two Host headers");
  if (!is_loopback_host(field(head, http::field::host), port)) {
    return http_error(403, "the Host header does not name this server",
                      "open the address that verbale serve printed");
  }
  const std::string origin = field(head, http::field::origin);
  if (!origin.empty() &&
      !(origin.starts_with("http://") && is_loopback_host(origin.substr(7), port))) {
    return http_error(403, "another site asks");
  }
  // A link on another site may open the page, but its pictures and scripts ask nothing of the record.
  const std::string site(head.get()["Sec-Fetch-Site"]);
  const bool opens = head.get()["Sec-Fetch-Mode"] == "navigate" && !request.path.starts_with("/api/");
  if ((site == "cross-site" || site == "same-site") && !opens)
    return http_error(403, "another site asks");
  return std::nullopt;
}

// Before a byte of the body is read: who asks, and may he?
std::optional<HttpResponse> HttpServer::Parts::refuse(const Head& head,
                                                      const HttpRequest& request) const {
  if (std::optional<HttpResponse> refusal = refuse_caller(head, request)) return refusal;
  if (head.get().target().size() > kLongestTarget)
    return http_error(414, "the address is too long");
  if (request.path.empty()) return http_error(400, "the address is malformed");
  if (handler.refuse) {
    if (std::optional<HttpResponse> refusal = handler.refuse(request)) return refusal;
  }
  const boost::optional<uint64_t> length = head.content_length();
  if (length && *length > most_body(request)) return too_large(most_body(request));
  return std::nullopt;
}

size_t HttpServer::Parts::most_body(const HttpRequest& request) const {
  return handler.most_body ? std::min(handler.most_body(request), limits.body_bytes)
                           : limits.body_bytes;
}

HttpResponse HttpServer::Parts::handle(const HttpRequest& request) const {
  try {
    return handler.answer(request);
  } catch (...) {
    return http_error(500, "the request could not be answered");
  }
}

std::optional<HttpResponse> HttpServer::Parts::known(const HttpRequest& request) const {
  try {
    return handler.known ? handler.known(request) : std::nullopt;
  } catch (...) {
    return std::nullopt;
  }
}

asio::awaitable<HttpResponse> HttpServer::Parts::handle_apart(const HttpRequest& request,
                                                              int socket) const {
  if (is_gone(socket)) co_return http_error(408, "the caller is gone");
  co_return handle(request);
}

asio::awaitable<HttpResponse> HttpServer::Parts::handle_by_work(const HttpRequest& request,
                                                                int socket) {
  const Work work = handler.work_of ? handler.work_of(request) : Work::Quick;
  if (work == Work::Quick) co_return handle(request);
  if (std::optional<HttpResponse> answer = known(request)) co_return std::move(*answer);
  Workers& workers = work == Work::Text     ? text_work
                     : work == Work::Change ? changes
                                            : long_work;
  if (++workers.asked > limits.waiting) {
    --workers.asked;
    co_return http_error(503, "too much is asked at once", "try again in a while");
  }
  HttpResponse response = co_await asio::co_spawn(workers.threads, handle_apart(request, socket),
                                                  asio::use_awaitable);
  --workers.asked;
  co_return response;
}

asio::awaitable<BodyRead> HttpServer::Parts::read_body(beast::tcp_stream& stream,
                                                       beast::flat_buffer& buffer, Head& head,
                                                       HttpRequest& request) {
  BodyRead read;
  const size_t most = most_body(request);
  beast::error_code failure;
  stream.expires_after(std::chrono::seconds(limits.body_seconds));
  if (!head.is_done() && beast::iequals(head.get()[http::field::expect], "100-continue")) {
    co_await asio::async_write(stream, asio::buffer(kGoOn),
                               asio::redirect_error(asio::use_awaitable, failure));
    if (failure) co_return read;
  }
  std::array<char, 65536> piece;
  while (!head.is_done()) {
    head.get().body().data = piece.data();
    head.get().body().size = piece.size();
    co_await http::async_read_some(stream, buffer, head,
                                   asio::redirect_error(asio::use_awaitable, failure));
    const size_t size = piece.size() - head.get().body().size;
    body_bytes += size;
    request.body.append(piece.data(), size);
    if (failure == http::error::body_limit || request.body.size() > most) {
      read.refusal = too_large(most);
    } else if (body_bytes > limits.body_bytes_at_once) {
      read.refusal = http_error(503, "too much is being sent at once", "try again in a while");
    }
    if (read.refusal || (failure && failure != http::error::need_buffer)) co_return read;
  }
  read.whole = true;
  co_return read;
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
  wishes.takes_gzip = accepts_gzip(field(head, http::field::accept_encoding));
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
    BodyRead body = co_await read_body(stream, buffer, head, request);
    if (body.whole) {
      response = co_await handle_by_work(request, stream.socket().native_handle());
      wishes.keep_alive = head.get().keep_alive() && !stopping;
    } else {
      response = std::move(body.refusal);
    }
    body_bytes -= request.body.size();
    if (!response) co_return false;  // its sender is gone
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
    if (failure) {  // a caller that is gone; or too many open files, of which some are closed soon
      breath.expires_after(kBreath);
      co_await breath.async_wait(asio::redirect_error(asio::use_awaitable, failure));
      continue;
    }
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
  breath.cancel();
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
  parts->limits.connections = connections_that_fit(limits.connections);
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
  for (Workers* workers : {&parts_->text_work, &parts_->long_work, &parts_->changes}) {
    workers->threads.stop();
    workers->threads.join();
  }
}

void HttpServer::stop() {
  asio::post(parts_->door, [this] { parts_->close(); });
}

}  // namespace verbale
