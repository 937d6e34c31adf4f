// Copies of texts made as outlets make them, so that it is known which pairs are there to be found.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

struct BenchText {
  std::string text;
  std::string outlet;
};

struct PlantedKind {
  int kept = 0;            // of a hundred sentences; the others are in words of their own
  bool reordered = false;  // sentences
  bool renamed = false;    // names
};

struct PlantedCopy {
  int32_t source = 0;  // number of the text
  int32_t copy = 0;
  PlantedKind kind;
};

// Random numbers, the same for the same seed everywhere.
class Chance {
 public:
  explicit Chance(uint64_t seed) : state_(seed) {}
  uint32_t below(uint32_t bound) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % bound);
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (size_t i = items.size(); i > 1; --i)
      std::swap(items[i - 1], items[below(static_cast<uint32_t>(i))]);
  }

 private:
  uint64_t state_;
};

std::vector<std::string> sentences_of(std::string_view text);
std::string planted_copy(const std::vector<std::string>& sentences, PlantedKind kind,
                         Chance& chance);

// Adds copies of the texts to them until all are `megabytes`, of each kind alike, in forty other
// outlets, and mixes all.
std::vector<PlantedCopy> plant_copies(std::vector<BenchText>& texts, size_t megabytes);

}  // namespace verbale
