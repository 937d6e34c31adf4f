#include "train/learner.h"

#include <algorithm>
#include <cmath>

#include "language/weights.h"

namespace verbale {

Learner::Learner(int classes) : classes_(classes), table_(size_t{1} << 20) {}

const Learner::Row* Learner::find(uint64_t feature) const {
  const size_t mask = table_.size() - 1;
  for (size_t slot = feature & mask; table_[slot] != 0; slot = (slot + 1) & mask) {
    const Row& row = rows_[table_[slot] - 1];
    if (row.feature == feature) return &row;
  }
  return nullptr;
}

Learner::Row& Learner::row(uint64_t feature) {
  if (const Row* found = find(feature)) return const_cast<Row&>(*found);
  if (rows_.size() * 2 > table_.size()) grow();
  const size_t mask = table_.size() - 1;
  size_t slot = feature & mask;
  while (table_[slot] != 0) slot = (slot + 1) & mask;
  rows_.push_back({feature, 0, {}});
  table_[slot] = static_cast<uint32_t>(rows_.size());
  return rows_.back();
}

void Learner::grow() {
  table_.assign(table_.size() * 2, 0);
  const size_t mask = table_.size() - 1;
  for (size_t r = 0; r < rows_.size(); ++r) {
    size_t slot = rows_[r].feature & mask;
    while (table_[slot] != 0) slot = (slot + 1) & mask;
    table_[slot] = static_cast<uint32_t>(r + 1);
  }
}

void Learner::score(const FeatureList& features, int32_t* scores) const {
  for (const uint64_t feature : features) __builtin_prefetch(&table_[feature & (table_.size() - 1)]);
  for (const uint64_t feature : features) {
    const Row* row = find(feature);
    if (row == nullptr) continue;
    for (const Cell& cell : row->cells) scores[cell.index] += cell.weight;
  }
}

void Learner::change(Row& row, int index, int32_t by) {
  for (Cell& cell : row.cells) {
    if (cell.index != index) continue;
    cell.total += int64_t{cell.weight} * (now_ - cell.since);
    cell.since = now_;
    cell.weight += by;
    return;
  }
  row.cells.push_back({static_cast<uint8_t>(index), by, now_, 0});
}

void Learner::update(const FeatureList& features, int right, int wrong) {
  for (const uint64_t feature : features) {
    Row& r = row(feature);
    ++r.updates;
    change(r, right, 1);
    change(r, wrong, -1);
  }
}

void Learner::add(const FeatureList& features, int index, int32_t by) {
  for (const uint64_t feature : features) {
    Row& r = row(feature);
    ++r.updates;
    change(r, index, by);
  }
}

std::string Learner::write(uint32_t least_updates, double smallest, double unit) const {
  std::vector<const Row*> order;
  for (const Row& row : rows_) {
    if (row.updates >= least_updates) order.push_back(&row);
  }
  // The most used first: where two hashes clash, the first stays, and hot rows lie side by side.
  std::stable_sort(order.begin(), order.end(),
                   [](const Row* a, const Row* b) { return a->updates > b->updates; });
  std::vector<WeightRow> out;
  for (const Row* row : order) {
    WeightRow written{row->feature, {}};
    for (const Cell& cell : row->cells) {
      const int64_t total = cell.total + int64_t{cell.weight} * (now_ - cell.since);
      const double average = static_cast<double>(total) / std::max(now_, 1u);
      const double steps = std::round(average / unit);
      if (std::abs(average) < smallest || steps == 0) continue;
      written.cells.push_back({cell.index, static_cast<int32_t>(steps)});
    }
    if (!written.cells.empty()) out.push_back(std::move(written));
  }
  return write_weights(classes_, out);
}

}  // namespace verbale
