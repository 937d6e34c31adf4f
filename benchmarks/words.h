// The words that the figures are in: stretches between white space.
#pragma once

#include <cstdint>
#include <string_view>

namespace verbale {

inline int64_t count_words(std::string_view text) {
  int64_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    words += !blank && !inside;
    inside = !blank;
  }
  return words;
}

}  // namespace verbale
