// Weights of a linear model, read where they lie in the mapped file.
//
// A feature is a 64-bit hash. A table of cache lines leads from it to a row of weights. Most rows speak for
// few classes and are short: pairs of class and weight. The features that occur again and again speak for
// many: their rows hold a weight for every class and are added a vector at a time. All sums are of whole
// numbers, so they are the same on every machine and in any order.
#pragma once

#include <array>
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

  // A cache line of the table: the low halves of the features' hashes, 0 where there is none, with the
  // places of their rows beside them. Keys stand from the front; if all are taken, the search goes on in the
  // next line.
  struct Line {
    static constexpr size_t kKeys = 8;
    uint32_t keys[kKeys] = {};
    uint32_t rows[kKeys] = {};
  };
  // A place is the number of a wide row with kWide, or that of a chunk, with kTwoChunks if the row goes on in
  // the next one. 0: none.
  static constexpr uint32_t kWide = 1u << 31;
  static constexpr uint32_t kTwoChunks = 1u << 30;

  // A piece of a short row, always added whole: what it does not need has the weight 0.
  struct Cell {
    uint8_t index = 0;
    int8_t weight = 0;
  };
  static constexpr size_t kCells = 8;
  using Chunk = std::array<Cell, kCells>;

  // A view of a section's bytes; nothing if they are malformed. Fast where they start at a multiple of 64, as
  // sections of a file do.
  static std::optional<Weights> read(std::string_view bytes);

  int classes() const { return classes_; }

  // Adds the weights of the features to the scores, which have room for padded(classes()).
  void score(const FeatureList& features, int32_t* scores) const;

  static constexpr size_t kLanes = 8;
  static constexpr size_t padded(size_t classes) { return (classes + kLanes - 1) / kLanes * kLanes; }

 private:
  struct Rows;
  bool sound() const;
  uint32_t find(uint64_t feature) const;
  void collect(const FeatureList& features, Rows& rows) const;
  void add_wide(const Rows& rows, int32_t* scores) const;

  int classes_ = 0;
  size_t width_ = 0;  // of a wide row: padded(classes)
  int batch_ = 1;     // how many wide rows can be added in 16 bits
  std::span<const Line> lines_;
  std::span<const int16_t> wide_;
  std::span<const Chunk> chunks_;
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
