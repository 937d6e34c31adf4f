#include "serve/http.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <optional>
#include <thread>

namespace verbale {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

// A caller that sends bytes as they are, as a browser never would.
class Caller {
 public:
  explicit Caller(uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  ~Caller() { ::close(socket_); }

  bool connected() const { return connected_; }
  void send(std::string_view bytes) const {
    (void)!::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  }
  // Until the server closes.
  std::string rest() const {
    std::string out;
    char buffer[4096];
    for (ssize_t n = 0; (n = ::recv(socket_, buffer, sizeof buffer, 0)) > 0;)
      out.append(buffer, static_cast<size_t>(n));
    return out;
  }

 private:
  int socket_;
  bool connected_ = false;
};

class HttpTest : public testing::Test {
 protected:
  void SetUp() override {
    HttpLimits limits;
    limits.header_seconds = 1;
    limits.body_seconds = 1;
    limits.body_bytes = 1000;
    Result<HttpServer> server = HttpServer::open(0, {answer, {}, {}, {}, {}}, limits);
    ASSERT_TRUE(server.has_value()) << server.error().message();
    server_.emplace(std::move(*server));
    thread_ = std::thread([this] { server_->run(2); });
  }
  void TearDown() override {
    server_->stop();
    thread_.join();
  }

  static HttpResponse answer(const HttpRequest& request) {
    if (request.path == "/throws") throw std::runtime_error("a secret");
    HttpResponse response;
    response.body = request.method + " " + request.path + " " + request.body;
    for (const auto& [name, value] : request.query) response.body += " " + name + "=" + value;
    if (request.path == "/long") response.body = std::string(5000, 'x');
    return response;
  }

  std::string ask(std::string_view request) const {
    const Caller caller(server_->port());
    caller.send(request);
    return caller.rest();
  }
  std::string get(std::string_view target, std::string_view headers = {}) const {
    return ask(fmt::format("GET {} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n{}\r\n",
                           target, server_->port(), headers));
  }

  std::optional<HttpServer> server_;
  std::thread thread_;
};

TEST_F(HttpTest, AnswersWithDecodedPathAndQuery) {
  const std::string answer = get("/d/T%C3%B4%20L%C3%A2m?q=a+b%26c&x");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 200 OK\r\n"));
  EXPECT_THAT(answer, HasSubstr("GET /d/Tô Lâm  q=a b&c x="));
  EXPECT_THAT(answer, HasSubstr("frame-ancestors 'none'"));
  EXPECT_THAT(answer, HasSubstr("X-Content-Type-Options: nosniff"));
}

TEST_F(HttpTest, AnUnchangedAnswerIsNotSentAgain) {
  const std::string first = get("/a");
  const size_t at = first.find("ETag: ") + 6;
  const std::string tag = first.substr(at, first.find("\r\n", at) - at);
  const std::string second = get("/a", "If-None-Match: " + tag + "\r\n");
  EXPECT_THAT(second, StartsWith("HTTP/1.1 304 "));
  EXPECT_THAT(second, Not(HasSubstr("GET /a")));
}

TEST_F(HttpTest, LongAnswersArePackedForThoseWhoTakeIt) {
  EXPECT_THAT(get("/long", "Accept-Encoding: br, gzip\r\n"), HasSubstr("Content-Encoding: gzip"));
  EXPECT_THAT(get("/long"), HasSubstr("Content-Length: 5000"));
  EXPECT_THAT(get("/long", "Accept-Encoding: br;q=1.0, gzip;q=0\r\n"), HasSubstr("Content-Length: 5000"));
  EXPECT_THAT(get("/long", "Accept-Encoding: gzip;q=0.5, br\r\n"), HasSubstr("Content-Encoding: gzip"));
}

TEST_F(HttpTest, ForeignHostAndOriginAreRefused) {
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"),
              StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(ask("GET / HTTP/1.1\r\nConnection: close\r\n\r\n"), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(get("/", "Origin: https://evil.example\r\n"), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(get("/", "Origin: null\r\n"), StartsWith("HTTP/1.1 403 "));
  EXPECT_THAT(get("/", fmt::format("Origin: http://localhost:{}\r\n", server_->port())),
              StartsWith("HTTP/1.1 200 "));
}

TEST_F(HttpTest, HugeHeadersMalformedTargetsAndNoise) {
  EXPECT_THAT(get("/", "X-Long: " + std::string(40000, 'a') + "\r\n"), StartsWith("HTTP/1.1 431 "));
  EXPECT_THAT(get("/%zz"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(get("/%00"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(get("/%ff"), StartsWith("HTTP/1.1 400 "));
  EXPECT_THAT(get("/" + std::string(20000, 'a')), StartsWith("HTTP/1.1 414 "));
  EXPECT_THAT(ask(std::string(300, '\x01') + "\r\n\r\n"), StartsWith("HTTP/1.1 400 "));
}

TEST_F(HttpTest, LargeBodiesAreRefusedBeforeTheyAreRead) {
  const std::string head =
      "POST /a HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{}";
  EXPECT_THAT(ask(fmt::format(fmt::runtime(head), server_->port(), 4, "abcd")),
              HasSubstr("POST /a abcd"));
  EXPECT_THAT(ask(fmt::format(fmt::runtime(head), server_->port(), 2000, "abcd")),
              StartsWith("HTTP/1.1 413 "));
}

TEST_F(HttpTest, SlowCallersAreLeft) {
  EXPECT_EQ(ask("GET / HT"), "");
  EXPECT_EQ(ask(fmt::format("POST / HTTP/1.1\r\nHost: localhost:{}\r\nContent-Length: 9\r\n\r\nabc",
                            server_->port())),
            "");
}

TEST_F(HttpTest, SeveralRequestsOnOneConnection) {
  const std::string request =
      fmt::format("GET /a HTTP/1.1\r\nHost: 127.0.0.1:{}\r\n\r\n", server_->port());
  const std::string answers = ask(request + request + request);
  size_t count = 0;
  for (size_t at = 0; (at = answers.find("GET /a", at)) != std::string::npos; ++at) ++count;
  EXPECT_EQ(count, 3u);
}

TEST_F(HttpTest, WhatAHandlerThrowsIsNotTold) {
  const std::string answer = get("/throws");
  EXPECT_THAT(answer, StartsWith("HTTP/1.1 500 "));
  EXPECT_THAT(answer, Not(HasSubstr("secret")));
}

TEST(Http, WhatTakesLongHoldsUpNoOther) {
  std::mutex gate;
  std::unique_lock shut(gate);
  HttpHandler handler;
  handler.answer = [&](const HttpRequest& request) {
    if (request.path != "/quick") const std::lock_guard wait(gate);
    return HttpResponse();
  };
  handler.work_of = [](const HttpRequest& request) {
    return request.path == "/quick" ? Work::Quick : request.path == "/text" ? Work::Text : Work::Long;
  };
  handler.known = [](const HttpRequest& request) {
    return request.query.contains("known") ? std::optional<HttpResponse>(HttpResponse()) : std::nullopt;
  };
  Result<HttpServer> server = HttpServer::open(0, handler);
  ASSERT_TRUE(server.has_value());
  std::thread running([&] { server->run(1); });
  const auto request = [&](std::string_view path) {
    return fmt::format("GET {} HTTP/1.1\r\nHost: localhost:{}\r\nConnection: close\r\n\r\n", path, server->port());
  };
  std::vector<std::unique_ptr<Caller>> waiting;
  for (const std::string_view path : {"/text", "/text", "/text", "/long", "/long", "/long"}) {
    waiting.push_back(std::make_unique<Caller>(server->port()));
    waiting.back()->send(request(path));
  }
  const Caller quick(server->port());
  quick.send(request("/quick"));
  EXPECT_THAT(quick.rest(), StartsWith("HTTP/1.1 200 "));
  const Caller known(server->port());
  known.send(request("/long?known"));
  EXPECT_THAT(known.rest(), StartsWith("HTTP/1.1 200 "));
  shut.unlock();
  for (const std::unique_ptr<Caller>& caller : waiting) EXPECT_THAT(caller->rest(), StartsWith("HTTP/1.1 200 "));
  server->stop();
  running.join();
}

TEST_F(HttpTest, ATakenPortIsNamed) {
  const Result<HttpServer> second = HttpServer::open(server_->port(), {answer, {}, {}, {}, {}});
  ASSERT_FALSE(second.has_value());
  EXPECT_THAT(second.error().message(), HasSubstr("--port"));
}

TEST(Host, IsLoopbackOnThisPortOnly) {
  EXPECT_TRUE(is_loopback_host("127.0.0.1:8420", 8420));
  EXPECT_TRUE(is_loopback_host("[::1]:8420", 8420));
  EXPECT_FALSE(is_loopback_host("127.0.0.1", 8420));
  EXPECT_FALSE(is_loopback_host("127.0.0.1:80", 8420));
  EXPECT_FALSE(is_loopback_host("localhost.evil.example:8420", 8420));
  EXPECT_FALSE(is_loopback_host("localhost:8420x", 8420));
}

}  // namespace
}  // namespace verbale
