// Maximal repeats of a sequence of word ids by a suffix array: stretches that stand at two or more
// places and at no place could be longer without losing one of them. Internal to this folder.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace verbale {

inline constexpr int32_t kLongestRepeat = 32;  // words

struct Repeat {
  int32_t length = 0;               // words
  std::span<const int32_t> starts;  // places in the sequence, in no order
};

// Calls `found` for each maximal repeat of at least `shortest` words. A negative id ends a
// sentence: it is equal to no other. Suffixes are compared up to kLongestRepeat words, so the work
// is bounded whatever repeats: O(n log n).
void find_repeats(std::span<const int32_t> words, int32_t shortest,
                  const std::function<void(const Repeat&)>& found);

}  // namespace verbale
