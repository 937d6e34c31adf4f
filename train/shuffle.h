// Orders that are the same on every machine (std::shuffle leaves its draws to the library).
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace verbale {

class Shuffle {
 public:
  explicit Shuffle(uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 1) {}

  // splitmix64 (Steele, Lea and Flood 2014).
  uint64_t next() {
    uint64_t z = (state_ += 0x9E3779B97F4A7C15ull);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
    return z ^ (z >> 31);
  }

  template <class T>
  void operator()(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
  }

 private:
  uint64_t state_;
};

}  // namespace verbale
