#include "serve/serve.h"

#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "serve/service.h"
#include "serve/token.h"

namespace verbale {
namespace {

constexpr size_t kCacheBytes = size_t{64} << 20;

int cores() { return static_cast<int>(std::max(1u, std::thread::hardware_concurrency())); }

Result<std::unique_ptr<Service>> load_service(const ServeWish& wish) {
  Result<std::unique_ptr<RecordReaders>> readers = RecordReaders::open(wish.store);
  if (!readers) return std::unexpected(readers.error());
  Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return std::unexpected(materials.error());
  Result<RuleTexts> rules = load_rule_texts();
  if (!rules) return std::unexpected(rules.error());
  std::unique_ptr<Service> service(new Service{
      wish.store, random_token(), cores(), std::move(*materials), std::move(*rules),
      std::move(*readers), std::make_unique<AnswerCache>(kCacheBytes), nullptr, nullptr});
  if (!wish.reader_version.empty()) {
    service->keeper = std::make_unique<StoreKeeper>(wish.store, wish.reader_version);
    service->jobs = std::make_unique<AddJobs>(*service->keeper, service->materials.reader, cores());
  }
  return service;
}

}  // namespace

Result<void> serve(const ServeWish& wish,
                   const std::function<void(const std::string& address)>& ready) {
  // A record that has reached the size a user may write fails as on a full disk, and readers go on.
  std::signal(SIGXFSZ, SIG_IGN);
  const Result<std::unique_ptr<Service>> loaded = load_service(wish);
  if (!loaded) return std::unexpected(loaded.error());
  Service& service = **loaded;
  HttpHandler handler;
  handler.answer = [&](const HttpRequest& request) { return answer_request(service, request); };
  handler.refuse = [&](const HttpRequest& request) { return refuse_request(service, request); };
  handler.known = [&](const HttpRequest& request) { return known_answer(service, request); };
  handler.most_body = most_body;
  handler.work_of = work_of;
  Result<HttpServer> server = HttpServer::open(wish.port, std::move(handler));
  if (!server) return std::unexpected(server.error());
  ready(fmt::format("http://127.0.0.1:{}/#token={}", server->port(), service.token));
  // Quick answers wait for the disk now and then.
  server->run(std::max(2, cores()));
  return {};
}

}  // namespace verbale
