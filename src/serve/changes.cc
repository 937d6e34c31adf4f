#include "serve/changes.h"

#include <fmt/format.h>

#include "base/utf8.h"
#include "serve/routes.h"
#include "store/trouble.h"

namespace verbale {

std::expected<JsonValue, HttpResponse> json_body(const HttpRequest& request) {
  if (!request.content_type.starts_with("application/json")) {
    return std::unexpected(
        http_error(415, "the body is to be JSON", "Content-Type: application/json"));
  }
  std::optional<JsonValue> body = JsonValue::parse(request.body);
  if (!body || !body->is_object())
    return std::unexpected(http_error(400, "the body is no JSON object"));
  return std::move(*body);
}

std::optional<HttpResponse> read_strings(const JsonValue& body, std::span<const StringMember> members) {
  for (const auto& [name, value, most] : members) {
    const JsonValue& given = body.at(name);
    if (!given.is_string() && !given.is_null()) return http_error(400, fmt::format("{} is to be a string", name));
    if (CodePointIndex(given.text).code_points() > most)
      return http_error(400, fmt::format("{} is too long", name), fmt::format("at most {} characters", most));
    *value = given.text;
  }
  return std::nullopt;
}

HttpResponse failed_change(const Error& error) {
  switch (trouble_of(error)) {
    case Trouble::Locked:
      return http_error(503, error.what, error.remedy);
    case Trouble::ReadOnly:
      return http_error(409, error.what, "change the permissions of the record's file and folder");
    case Trouble::NoRoom:
      return http_error(507, error.what, "free some space and try again: nothing was changed");
    case Trouble::Other:
      return failed(error);
  }
  return failed(error);
}

std::expected<StoreKeeper::HeldStore, HttpResponse> hold_store(const Question& question) {
  constexpr std::chrono::seconds kPatience{10};
  Result<StoreKeeper::HeldStore> store = question.service.keeper->hold(kPatience);
  if (!store) return std::unexpected(failed_change(store.error()));
  return std::move(*store);
}

}  // namespace verbale
