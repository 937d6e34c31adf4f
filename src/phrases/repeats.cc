#include "phrases/repeats.h"

#include <algorithm>

namespace verbale {
namespace {

// How many words two places have in common, at most kLongestRepeat. Ends of sentences are never in
// common.
int32_t common(std::span<const int32_t> words, int32_t a, int32_t b) {
  int32_t length = 0;
  const int32_t size = static_cast<int32_t>(words.size());
  while (length < kLongestRepeat && a + length < size && b + length < size) {
    const int32_t word = words[static_cast<size_t>(a + length)];
    if (word < 0 || word != words[static_cast<size_t>(b + length)]) break;
    ++length;
  }
  return length;
}

std::vector<int32_t> sorted_suffixes(std::span<const int32_t> words) {
  const int32_t size = static_cast<int32_t>(words.size());
  std::vector<int32_t> suffixes;
  suffixes.reserve(words.size());
  for (int32_t i = 0; i < size; ++i) {
    if (words[static_cast<size_t>(i)] >= 0) suffixes.push_back(i);
  }
  const auto at = [&](int32_t i) { return i < size ? words[static_cast<size_t>(i)] : -1; };
  std::ranges::sort(suffixes, [&](int32_t a, int32_t b) {
    const int32_t length = common(words, a, b);
    if (length == kLongestRepeat) return a < b;
    const int32_t x = at(a + length);
    const int32_t y = at(b + length);
    return x != y ? x < y : a < b;
  });
  return suffixes;
}

// Does another word, or the start of a sentence, stand before some of the places?
bool is_left_maximal(std::span<const int32_t> words, std::span<const int32_t> starts) {
  const auto before = [&](int32_t i) { return i > 0 ? words[static_cast<size_t>(i) - 1] : -1; };
  const int32_t first = before(starts[0]);
  return first < 0 || std::ranges::any_of(starts, [&](int32_t i) { return before(i) != first; });
}

}  // namespace

void find_repeats(std::span<const int32_t> words, int32_t shortest,
                  const std::function<void(const Repeat&)>& found) {
  const std::vector<int32_t> suffixes = sorted_suffixes(words);
  struct Open {
    int32_t length;
    size_t first;
  };
  std::vector<Open> open;
  for (size_t i = 1; i <= suffixes.size(); ++i) {
    const int32_t length = i < suffixes.size() ? common(words, suffixes[i - 1], suffixes[i]) : 0;
    size_t first = i - 1;
    while (!open.empty() && open.back().length > length) {
      const Open done = open.back();
      open.pop_back();
      first = done.first;
      const std::span<const int32_t> starts(suffixes.data() + done.first, i - done.first);
      if (done.length >= shortest && is_left_maximal(words, starts)) found({done.length, starts});
    }
    if (length > 0 && (open.empty() || open.back().length < length))
      open.push_back({length, first});
  }
}

}  // namespace verbale
