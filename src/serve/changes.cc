#include "serve/changes.h"

#include "serve/routes.h"

namespace verbale {

std::expected<JsonValue, HttpResponse> json_body(const HttpRequest& request) {
  constexpr size_t kMostBytes = size_t{1} << 20;
  if (!request.content_type.starts_with("application/json")) {
    return std::unexpected(
        http_error(415, "the body is to be JSON", "Content-Type: application/json"));
  }
  if (request.body.size() > kMostBytes)
    return std::unexpected(http_error(413, "the request is too large"));
  std::optional<JsonValue> body = JsonValue::parse(request.body);
  if (!body || !body->is_object())
    return std::unexpected(http_error(400, "the body is no JSON object"));
  return std::move(*body);
}

std::expected<StoreKeeper::HeldStore, HttpResponse> hold_store(const Question& question) {
  constexpr std::chrono::seconds kPatience{10};
  Result<StoreKeeper::HeldStore> store = question.service.keeper->hold(kPatience);
  if (!store) return std::unexpected(http_error(503, store.error().message()));
  return std::move(*store);
}

}  // namespace verbale
