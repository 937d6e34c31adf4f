#include "reuse/fingerprints.h"

#include <algorithm>
#include <array>

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

// Hashes of grams from sums over all words before: sum(i) = sum(i - 1) * base + word(i), so that a gram of any
// length is the difference of two sums. Only the sums that a gram can reach back to are kept.
class GramHashes {
 public:
  explicit GramHashes(const FingerprintOptions& options)
      : options_(options), power_(power(options.gram)), unspaced_power_(power(options.unspaced_gram)) {}

  // Takes the next word; false: there are too few words for a gram that ends in it.
  bool add(uint32_t word) {
    sum_ = sum_ * kBase + (word + 1);
    sums_[++count_ % kKept] = sum_;
    const bool unspaced = (word & 1) != 0;
    const uint32_t length = unspaced ? options_.unspaced_gram : options_.gram;
    if (count_ < length) return false;
    hash_ = scatter(sum_ - sums_[(count_ - length) % kKept] * (unspaced ? unspaced_power_ : power_));
    return true;
  }
  uint64_t hash() const { return hash_; }

 private:
  static constexpr uint32_t kKept = 64;
  FingerprintOptions options_;
  uint64_t power_;
  uint64_t unspaced_power_;
  std::array<uint64_t, kKept> sums_{};
  uint64_t sum_ = 0;
  uint64_t hash_ = 0;
  uint32_t count_ = 0;
};

}  // namespace

void add_fingerprints(std::span<const uint32_t> words, const FingerprintOptions& options,
                      std::vector<Fingerprint>& out) {
  constexpr uint32_t kRing = FingerprintOptions::kMaxWindow;
  const uint32_t window = std::clamp(options.window, 1u, kRing);
  GramHashes grams(options);
  std::array<Fingerprint, kRing> ring;
  Fingerprint least;
  uint32_t least_gram = 0;
  uint32_t gram = 0;     // number of grams so far
  bool given = true;     // is `least` in `out`?
  for (uint32_t i = 0; i < words.size(); ++i) {
    if (!grams.add(words[i])) continue;
    const Fingerprint latest{grams.hash(), i};
    ring[gram % kRing] = latest;
    if (gram == 0 || latest.hash <= least.hash) {
      least = latest;
      least_gram = gram;
      given = false;
    } else if (gram - least_gram >= window) {
      least_gram = gram - window + 1;
      for (uint32_t g = least_gram + 1; g <= gram; ++g) {
        if (ring[g % kRing].hash <= ring[least_gram % kRing].hash) least_gram = g;
      }
      least = ring[least_gram % kRing];
      given = false;
    }
    ++gram;
    if (!given && gram >= window) {
      out.push_back(least);
      given = true;
    }
  }
  if (!given) out.push_back(least);
}

}  // namespace verbale
