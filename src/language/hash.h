// Hashes of features: the same on every machine, so that weights trained here are found there.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace verbale {

constexpr uint64_t mix(uint64_t x) {
  x ^= x >> 32;
  x *= 0x9E3779B97F4A7C15ull;
  x ^= x >> 29;
  return x;
}

constexpr uint64_t combine(uint64_t a, uint64_t b) { return mix(a * 0xD6E8FEB86659FD93ull + b + 1); }

constexpr uint64_t hash_bytes(std::string_view bytes) {
  uint64_t h = 0xCBF29CE484222325ull;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3ull;
  return mix(h);
}

// Collects the features of one decision: each is a template number with the hashes of its parts.
class FeatureList {
 public:
  static constexpr int kCapacity = 160;
  void clear() { size_ = 0; }
  void add(uint64_t number, uint64_t a) { features_[size_++] = combine(number, a); }
  void add(uint64_t number, uint64_t a, uint64_t b) {
    features_[size_++] = combine(combine(number, a), b);
  }
  void add(uint64_t number, uint64_t a, uint64_t b, uint64_t c) {
    features_[size_++] = combine(combine(combine(number, a), b), c);
  }
  void append(const FeatureList& other) {
    std::copy(other.begin(), other.end(), features_ + size_);
    size_ += other.size();
  }
  const uint64_t* begin() const { return features_; }
  const uint64_t* end() const { return features_ + size_; }
  int size() const { return size_; }

 private:
  uint64_t features_[kCapacity];
  int size_ = 0;
};

}  // namespace verbale
