#include "language/weights.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>

namespace verbale {
namespace {

struct Header {
  uint32_t classes = 0;
  uint32_t buckets = 0;  // a power of two
  uint32_t cells = 0;
  uint32_t reserved = 0;
};

uint32_t key_of(uint64_t feature) {
  const uint32_t key = static_cast<uint32_t>(feature);
  return key == 0 ? 1 : key;
}
size_t slot_of(uint64_t feature, size_t buckets) { return (feature >> 32) & (buckets - 1); }

constexpr int kMostShift = 16;

// The fewest bits to give up so that every weight of the row fits.
int8_t shift_of(const WeightRow& row) {
  int32_t largest = 0;
  for (const WeightRow::Cell& cell : row.cells) largest = std::max(largest, std::abs(cell.weight));
  int8_t shift = 0;
  while (shift < kMostShift && largest >> shift > 127) ++shift;
  return shift;
}

}  // namespace

std::optional<Weights> Weights::read(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  const size_t table = size_t{header.buckets} * sizeof(Bucket);
  if (header.classes > kMaxClasses || !std::has_single_bit(header.buckets) ||
      bytes.size() != sizeof header + table + size_t{header.cells} * sizeof(Cell)) {
    return std::nullopt;
  }
  Weights out;
  out.classes_ = static_cast<int>(header.classes);
  const char* at = bytes.data() + sizeof header;
  out.buckets_ = {reinterpret_cast<const Bucket*>(at), header.buckets};
  out.cells_ = {reinterpret_cast<const Cell*>(at + table), header.cells};
  bool empty_bucket = false;
  for (const Bucket& bucket : out.buckets_) {
    empty_bucket |= bucket.key == 0;
    if (bucket.key == 0) continue;
    if (bucket.start >= header.cells || bucket.start + out.cells_[bucket.start].index >= header.cells) {
      return std::nullopt;
    }
    const int8_t shift = out.cells_[bucket.start].weight;
    if (shift < 0 || shift > kMostShift) return std::nullopt;
    for (uint32_t i = 1; i <= out.cells_[bucket.start].index; ++i) {
      if (out.cells_[bucket.start + i].index >= header.classes) return std::nullopt;
    }
  }
  if (!empty_bucket) return std::nullopt;  // a search would not end
  return out;
}

void Weights::score(const FeatureList& features, int32_t* scores) const {
  const size_t mask = buckets_.size() - 1;
  for (const uint64_t feature : features) {
    __builtin_prefetch(&buckets_[slot_of(feature, buckets_.size())]);
  }
  // Two passes: the rows are fetched while the other features are looked up.
  const Cell* rows[FeatureList::kCapacity];
  int found = 0;
  for (const uint64_t feature : features) {
    const uint32_t key = key_of(feature);
    size_t slot = slot_of(feature, buckets_.size());
    while (buckets_[slot].key != 0 && buckets_[slot].key != key) slot = (slot + 1) & mask;
    if (buckets_[slot].key == 0) continue;
    const Cell* row = &cells_[buckets_[slot].start];
    __builtin_prefetch(row);
    rows[found++] = row;
  }
  for (int r = 0; r < found; ++r) {
    const Cell* cell = rows[r] + 1;
    const int scale = 1 << rows[r]->weight;
    for (const Cell* const end = cell + rows[r]->index; cell != end; ++cell) {
      scores[cell->index] += cell->weight * scale;
    }
  }
}

std::string write_weights(int classes, const std::vector<WeightRow>& rows) {
  Header header;
  header.classes = static_cast<uint32_t>(classes);
  header.buckets = static_cast<uint32_t>(std::bit_ceil(rows.size() * 3 / 2 + 2));
  std::vector<Weights::Bucket> buckets(header.buckets);
  std::vector<Weights::Cell> cells;
  for (const WeightRow& row : rows) {
    size_t slot = slot_of(row.feature, buckets.size());
    const uint32_t key = key_of(row.feature);
    while (buckets[slot].key != 0 && buckets[slot].key != key) slot = (slot + 1) & (buckets.size() - 1);
    if (buckets[slot].key != 0) continue;  // two features with one hash: the first, the more frequent, stays
    buckets[slot] = {key, static_cast<uint32_t>(cells.size())};
    const int8_t shift = shift_of(row);
    cells.push_back({static_cast<uint8_t>(row.cells.size()), shift});
    for (const WeightRow::Cell& cell : row.cells) {
      cells.push_back({cell.index, static_cast<int8_t>(cell.weight / (1 << shift))});
    }
  }
  header.cells = static_cast<uint32_t>(cells.size());
  std::string out(reinterpret_cast<const char*>(&header), sizeof header);
  out.append(reinterpret_cast<const char*>(buckets.data()), buckets.size() * sizeof(Weights::Bucket));
  out.append(reinterpret_cast<const char*>(cells.data()), cells.size() * sizeof(Weights::Cell));
  return out;
}

}  // namespace verbale
