#include "serve/parameters.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "answers/filter_values.h"
#include "base/iso_date.h"
#include "base/utf8.h"

namespace verbale {

void Parameters::refuse(std::string what, std::string remedy) {
  if (!error_) error_ = {"", std::move(what), std::move(remedy)};
}

bool Parameters::is_given(std::string_view name) const {
  return query_.contains(std::string(name));
}

std::string Parameters::text(std::string_view name) {
  known_.emplace(name);
  const std::map<std::string, std::string>::const_iterator given = query_.find(std::string(name));
  if (given == query_.end()) return {};
  if (CodePointIndex(given->second).code_points() > kLongestParameter) {
    refuse(fmt::format("{} is too long", name),
           fmt::format("at most {} characters", kLongestParameter));
    return {};
  }
  return given->second;
}

std::string Parameters::one_of(std::string_view name, const std::vector<std::string>& values) {
  std::string value = text(name);
  if (!is_given(name) || std::ranges::find(values, value) != values.end()) return value;
  refuse(fmt::format("{}: there is no such value", name),
         fmt::format("one of {}", fmt::join(values, ", ")));
  return {};
}

bool Parameters::flag(std::string_view name) {
  const std::string value = text(name);
  if (!is_given(name)) return false;
  if (value.empty() || value == "1" || value == "true" || value == "yes") return true;
  if (value != "0" && value != "false" && value != "no") {
    refuse(fmt::format("{} is true or false", name), "leave it out for false");
  }
  return false;
}

int64_t Parameters::number(std::string_view name, int64_t usual, int64_t least, int64_t most) {
  const std::string value = text(name);
  if (!is_given(name)) return usual;
  int64_t number = 0;
  const char* const end = value.data() + value.size();
  const std::from_chars_result read = std::from_chars(value.data(), end, number);
  if (read.ec == std::errc() && read.ptr == end && number >= least && number <= most) return number;
  refuse(fmt::format("{} is no number from {} to {}", name, least, most), "");
  return usual;
}

std::string Parameters::date(std::string_view name) {
  std::string value = text(name);
  if (!is_given(name) || is_iso_date(value)) return value;
  refuse(fmt::format("{} is no date", name), "YYYY, YYYY-MM or YYYY-MM-DD");
  return {};
}

std::string Parameters::state(std::string_view name) {
  const std::string value = text(name);
  std::string code = state_code(value);
  if (is_given(name) && code.empty()) {
    refuse(fmt::format("{} is no state", name), "an ISO 3166 code of three letters, as VNM");
  }
  return code;
}

std::vector<std::string> Parameters::states(std::string_view name) {
  constexpr size_t kMostStates = 20;
  std::vector<std::string> codes;
  const std::string value = text(name);
  for (size_t at = 0; is_given(name) && at <= value.size();) {
    const size_t end = std::min(value.find(',', at), value.size());
    codes.push_back(state_code(std::string_view(value).substr(at, end - at)));
    at = end + 1;
  }
  std::ranges::sort(codes);
  codes.erase(std::ranges::unique(codes).begin(), codes.end());
  if (codes.size() > kMostStates || std::ranges::find(codes, std::string()) != codes.end()) {
    refuse(fmt::format("{} are no states", name),
           fmt::format("ISO 3166 codes parted by commas, as CHN,VNM; at most {}", kMostStates));
    return {};
  }
  return codes;
}

EntryFilter Parameters::document_filter(const std::vector<std::string>& kinds) {
  EntryFilter filter;
  filter.side = state("side");
  filter.state = state("state");
  filter.document = text("document");
  filter.from = date("from");
  filter.to = date("to");
  if (!kinds.empty()) filter.kind = one_of("kind", kinds);
  filter.limit = number("limit", kUsualLimit, 0, kMostLimit);
  filter.offset = number("offset", 0, 0, kMostOffset);
  return filter;
}

EntryFilter Parameters::filter(const std::vector<std::string>& kinds) {
  EntryFilter filter = document_filter(kinds);
  filter.speaker = text("speaker");
  filter.act = one_of("act", acts());
  return filter;
}

std::optional<HttpResponse> Parameters::problem() const {
  if (error_) return http_error(400, error_->what, error_->remedy);
  for (const auto& [name, value] : query_) {
    if (!known_.contains(name)) {
      return http_error(400, "there is no such parameter here",
                        known_.empty() ? "this address takes none"
                                       : fmt::format("there are {}", fmt::join(known_, ", ")));
    }
  }
  return std::nullopt;
}

}  // namespace verbale
