// Weights of a linear model, read where they lie in the mapped file.
//
// A feature is a 64-bit hash. A hash table leads from it to a row that names only the classes whose
// weight is not zero: most features speak for few classes, so a row is a few pairs of bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/hash.h"

namespace verbale {

class Weights {
 public:
  static constexpr int kMaxClasses = 128;

  struct Bucket {
    uint32_t key = 0;    // low half of the feature's hash; 0: empty
    uint32_t start = 0;  // index of the row's first cell
  };
  // The first cell of a row holds the number of the cells that follow in `index`, and in `weight` by how
  // many bits theirs are shifted: rows with large weights give up their smallest bits.
  struct Cell {
    uint8_t index = 0;
    int8_t weight = 0;
  };

  // A view of a section's bytes; nothing if they are malformed.
  static std::optional<Weights> read(std::string_view bytes);

  int classes() const { return classes_; }

  // Adds the weights of the features to scores[0, classes()).
  void score(const FeatureList& features, int32_t* scores) const;

 private:
  int classes_ = 0;
  std::span<const Bucket> buckets_;
  std::span<const Cell> cells_;
};

// A row to be written: the feature's hash and its weights, by class (any size; none 0).
struct WeightRow {
  struct Cell {
    uint8_t index = 0;
    int32_t weight = 0;
  };
  uint64_t feature = 0;
  std::vector<Cell> cells;
};
std::string write_weights(int classes, const std::vector<WeightRow>& rows);

}  // namespace verbale
