// A claim as annotation programs see it, in short: to tell whether an annotator touched it.
#pragma once

#include <fmt/format.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "base/file.h"

namespace verbale {

// Eight hexadecimal digits that follow from the places (UTF-16 code units), the kind and who is named.
inline std::string annotation_digest(std::span<const std::pair<uint32_t, uint32_t>> places,
                                     std::string_view kind, std::string_view who) {
  constexpr size_t kDigits = 8;
  std::string all;
  for (const auto& [start, end] : places) all += fmt::format("{}-{} ", start, end);
  all += fmt::format("\n{}\n{}", kind, who);
  return sha256_hex(all).substr(0, kDigits);
}

}  // namespace verbale
