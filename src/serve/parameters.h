// The parameters of a request, read and checked. What is read is known; a parameter that nobody has
// read is refused, so that a misspelt filter never shows the whole record as if it were filtered.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "serve/http.h"
#include "store/lists.h"

namespace verbale {

// Bounds, also told in docs/openapi.yaml.
inline constexpr int64_t kUsualLimit = 1000;
inline constexpr int64_t kMostLimit = 10000;
inline constexpr int64_t kMostOffset = 1'000'000'000;
inline constexpr uint32_t kLongestParameter = 500;  // code points

class Parameters {
 public:
  explicit Parameters(const HttpRequest& request) : query_(request.query) {}

  std::string text(std::string_view name);
  // Empty where it is not given; else one of `values`.
  std::string one_of(std::string_view name, const std::vector<std::string>& values);
  // "", "1", "true", "yes" where it is given; "0", "false", "no", or not given: false.
  bool flag(std::string_view name);
  int64_t number(std::string_view name, int64_t usual, int64_t least, int64_t most);
  std::string date(std::string_view name);
  std::string state(std::string_view name);
  // "CHN,VNM": sorted, each once.
  std::vector<std::string> states(std::string_view name);

  // side, speaker, act, kind, state, from, to, document, limit, offset.
  EntryFilter filter(const std::vector<std::string>& kinds);
  // The same without speaker and act, which documents do not have.
  EntryFilter document_filter(const std::vector<std::string>& kinds);

  // What is wrong with them, as a 400; nothing if they are well. To be asked when all were read.
  std::optional<HttpResponse> problem() const;

 private:
  bool is_given(std::string_view name) const;
  void refuse(std::string what, std::string remedy);

  const std::map<std::string, std::string>& query_;
  std::set<std::string, std::less<>> known_;
  std::optional<Error> error_;
};

}  // namespace verbale
