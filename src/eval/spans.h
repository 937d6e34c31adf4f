// Places in code points as the scorer compares them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_value.h"

namespace verbale {

struct ScoredSpan {
  int64_t start = 0;
  int64_t end = 0;
  bool operator==(const ScoredSpan&) const = default;
  auto operator<=>(const ScoredSpan&) const = default;
};

// The place of a copied string; nullopt where it is null or absent.
std::optional<ScoredSpan> place_of(const JsonValue& copied);
std::vector<ScoredSpan> places_of(const JsonValue& list);

bool overlap(const std::optional<ScoredSpan>& a, const std::optional<ScoredSpan>& b);

// Characters that both have, over characters that either has; 0 for none.
double jaccard(const std::vector<ScoredSpan>& a, const std::vector<ScoredSpan>& b);

struct SharedCharacters {
  int64_t both = 0;
  int64_t either = 0;
};
SharedCharacters shared_characters(std::vector<ScoredSpan> a, std::vector<ScoredSpan> b);

// Letters and digits of ASCII, lower case, without diacritics, words apart by one blank.
std::string plain_name(std::string_view name);

}  // namespace verbale
