#include "source/sidecar.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <filesystem>

#include "base/file.h"
#include "source/naming.h"

namespace verbale {
namespace {

constexpr size_t kLargestSidecar = size_t{1} << 20;

void take(const simdjson::dom::object& object, const char* key, std::string& value) {
  std::string_view text;
  if (object[key].get(text) == simdjson::SUCCESS && !text.empty()) value = text;
}

}  // namespace

Result<GivenMetadata> parse_sidecar(const std::string& json, const std::string& path) {
  simdjson::dom::parser parser;
  simdjson::dom::object object;
  const simdjson::error_code failed = parser.parse(json).get(object);
  if (failed != simdjson::SUCCESS) {
    return fail(
        path, fmt::format("is no JSON object with metadata ({})", simdjson::error_message(failed)),
        "correct it or take it away");
  }
  GivenMetadata given;
  take(object, "title", given.title);
  take(object, "date", given.date);
  take(object, "source", given.outlet);
  take(object, "outlet", given.outlet);
  take(object, "url", given.url);
  take(object, "lang", given.language);
  take(object, "language", given.language);
  take(object, "side", given.side);
  return given;
}

Result<std::optional<GivenMetadata>> read_sidecar(const std::string& path) {
  const std::string beside = without_ending(without_packing(path)) + ".json";
  std::error_code ignored;
  if (path == "-" || beside == path || !std::filesystem::is_regular_file(beside, ignored)) {
    return std::nullopt;
  }
  const Result<std::string> json = read_file(beside, kLargestSidecar);
  if (!json) return std::unexpected(json.error());
  Result<GivenMetadata> given = parse_sidecar(*json, beside);
  if (!given) return std::unexpected(given.error());
  return std::optional(std::move(*given));
}

void overlay(GivenMetadata& given, const GivenMetadata& more) {
  const auto set = [](std::string& value, const std::string& next) {
    if (!next.empty()) value = next;
  };
  set(given.title, more.title);
  set(given.date, more.date);
  set(given.outlet, more.outlet);
  set(given.url, more.url);
  set(given.language, more.language);
  set(given.side, more.side);
}

}  // namespace verbale
