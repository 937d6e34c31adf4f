// Weights of a linear model, read where they lie in the mapped file.
//
// A feature is a 64-bit hash. A table of cache lines leads from it to a row of weights. Rows that speak for
// few classes are sparse, pairs of class and weight; rows that speak for many are dense, a weight for every
// class. Most rows are sparse, but the features that occur again and again have the dense ones, and those are
// added a vector at a time. All sums are of whole numbers: the same on every machine, in any order.
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

  // A cache line of the table: the low halves of the features' hashes, 0 where there is none, with their
  // rows beside them. Keys stand from the front; where a line is full, the search goes on in the next.
  struct Line {
    static constexpr size_t kKeys = 8;
    uint32_t keys[kKeys] = {};
    uint32_t rows[kKeys] = {};  // the number of a dense row with kDense, or a sparse row's first cell
  };
  static constexpr uint32_t kDense = 1u << 31;

  // The first cell of a sparse row holds the number of those that follow in `index`, and in `weight` by how
  // many bits theirs are shifted: rows with large weights give up their smallest bits. Cell 0 belongs to no
  // row: it is the empty row of the features that are not in the table.
  struct Cell {
    uint8_t index = 0;
    int8_t weight = 0;
  };

  // A view of a section's bytes; nothing if they are malformed. Fast where they start at a multiple of 64, as
  // sections of a file do.
  static std::optional<Weights> read(std::string_view bytes);

  int classes() const { return classes_; }

  // Adds the weights of the features to scores[0, classes()).
  void score(const FeatureList& features, int32_t* scores) const;

 private:
  struct Rows;
  uint32_t find(uint64_t feature) const;
  void collect(const FeatureList& features, Rows& rows) const;
  void add_dense(const Rows& rows, int32_t* scores) const;
  bool sound() const;

  int classes_ = 0;
  size_t width_ = 0;  // classes of a dense row, with padding
  int batch_ = 1;     // how many dense rows can be added in 16 bits
  std::span<const Line> lines_;
  std::span<const Cell> cells_;
  std::span<const int16_t> dense_;
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
