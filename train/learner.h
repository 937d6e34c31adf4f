// The averaged perceptron (Freund and Schapire 1999; Collins 2002) over sparse rows.
//
// Weights move by whole numbers and their sums over time are kept exactly, so that training gives the
// same bytes on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/hash.h"

namespace verbale {

class Learner {
 public:
  explicit Learner(int classes);

  int classes() const { return classes_; }
  // Adds the present weights to scores[0, classes()).
  void score(const FeatureList& features, int32_t* scores) const;
  // One step: the features speak more for `right` and less for `wrong`.
  void update(const FeatureList& features, int right, int wrong);
  // Adds `by` to the features' weights of one class.
  void add(const FeatureList& features, int index, int32_t by);
  // Counts a decision; call it once each, before its update.
  void tick() { ++now_; }

  // The averaged weights as a section of a model file. Weights smaller than `smallest` (of the average)
  // are left out; `unit` is the value of one step of the weights written.
  std::string write(uint32_t least_updates, double smallest, double unit) const;

 private:
  struct Cell {
    uint8_t index = 0;
    int32_t weight = 0;
    uint32_t since = 0;  // when `total` was last brought up to date
    int64_t total = 0;   // sum of the weight over all decisions until then
  };
  struct Row {
    uint64_t feature = 0;
    uint32_t updates = 0;
    std::vector<Cell> cells;
  };
  Row& row(uint64_t feature);
  const Row* find(uint64_t feature) const;
  void grow();
  void change(Row& row, int index, int32_t by);

  int classes_;
  uint32_t now_ = 0;
  std::vector<uint32_t> table_;  // row + 1; 0: empty
  std::vector<Row> rows_;
};

}  // namespace verbale
