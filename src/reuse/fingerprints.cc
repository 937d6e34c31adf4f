#include "reuse/fingerprints.h"

#include <algorithm>
#include <cstddef>

namespace verbale {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15u;

uint64_t power(uint32_t exponent) {
  uint64_t result = 1;
  for (uint32_t i = 0; i < exponent; ++i) result *= kBase;
  return result;
}

uint64_t scatter(uint64_t x) {
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93u;
  x ^= x >> 32;
  x *= 0xD6E8FEB86659FD93u;
  return x ^ (x >> 32);
}

// Stands for "no gram ends in this word".
constexpr uint64_t kNone = ~uint64_t{0};

// The hash of the gram that ends in each word, from sums over all words before it: sum(i) = sum(i -
// 1) * base + word(i), so that a gram of any length is the difference of two sums. Returns the
// first word that ends one.
size_t hash_grams(std::span<const uint32_t> words, const FingerprintOptions& options,
                  std::vector<uint64_t>& sums, std::vector<uint64_t>& grams) {
  const uint64_t powers[2] = {power(options.gram), power(options.unspaced_gram)};
  const size_t lengths[2] = {options.gram, options.unspaced_gram};
  sums.resize(words.size() + 1);
  grams.resize(words.size());
  sums[0] = 0;
  size_t first = words.size();
  for (size_t i = 0; i < words.size(); ++i) {
    sums[i + 1] = sums[i] * kBase + (words[i] + 1);
    const size_t unspaced = words[i] & 1;
    const size_t length = lengths[unspaced];
    if (i + 1 < length) {
      grams[i] = kNone;
      continue;
    }
    grams[i] = scatter(sums[i + 1] - sums[i + 1 - length] * powers[unspaced]);
    if (first == words.size()) first = i;
  }
  return first;
}

// Replaces each hash by the least of it and the window - 1 hashes after it; the last window - 1 are
// left over.
void slide_least(std::vector<uint64_t>& hashes, size_t window) {
  size_t reach = 1;  // hashes[i] is the least of so many
  while (reach < window) {
    const size_t step = std::min(reach, window - reach);
    for (size_t i = 0; i + step < hashes.size(); ++i)
      hashes[i] = std::min(hashes[i], hashes[i + step]);
    reach += step;
  }
}

}  // namespace

void FingerprintMaker::add(std::span<const uint32_t> words, std::vector<Fingerprint>& out) {
  const size_t first = hash_grams(words, options_, sums_, grams_);
  if (first == words.size()) return;
  const size_t window = std::min<size_t>(std::max(options_.window, 1u), words.size() - first);
  least_.assign(grams_.begin() + static_cast<std::ptrdiff_t>(first), grams_.end());
  slide_least(least_, window);
  // Written always, counted where it is new: which it is cannot be foretold, so a branch would cost
  // more.
  const size_t windows = least_.size() - window + 1;
  const size_t had = out.size();
  out.resize(had + windows + 1);
  size_t count = 0;
  uint64_t before = kNone;
  for (size_t i = 0; i < windows; ++i) {
    out[had + count] = {least_[i], static_cast<uint32_t>(first + i)};
    count += least_[i] != before;
    before = least_[i];
  }
  out.resize(had + count);
  // Only now the word: from the window's start to the gram itself.
  for (size_t i = had; i < out.size(); ++i) {
    while (grams_[out[i].word] != out[i].hash) ++out[i].word;
  }
}

}  // namespace verbale
