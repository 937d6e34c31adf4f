#include "language/weights.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace verbale {
namespace {

using Line = Weights::Line;

struct Header {
  uint32_t classes = 0;
  uint32_t lines = 0;
  uint32_t cells = 0;
  uint32_t dense_rows = 0;
  uint32_t largest = 0;  // of the dense weights, without sign
  uint32_t unused[11] = {};  // up to a whole cache line
};

constexpr size_t kLanes = 8;
using Lanes = uint16_t __attribute__((vector_size(kLanes * sizeof(uint16_t))));
using Keys = uint32_t __attribute__((vector_size(sizeof(Line::keys) / 2)));

constexpr size_t padded(size_t classes) { return (classes + kLanes - 1) / kLanes * kLanes; }

uint32_t key_of(uint64_t feature) {
  const uint32_t key = static_cast<uint32_t>(feature);
  return key == 0 ? 1 : key;
}
size_t line_of(uint64_t feature, size_t lines) { return ((feature >> 32) * lines) >> 32; }

constexpr int kMostShift = 7;

// The fewest bits to give up so that every weight of the row fits into seven and a sign.
int8_t shift_of(const WeightRow& row) {
  int32_t largest = 0;
  for (const WeightRow::Cell& cell : row.cells) largest = std::max(largest, std::abs(cell.weight));
  int8_t shift = 0;
  while (shift < kMostShift && largest >> shift > 127) ++shift;
  return shift;
}

// The row of a key in a line, 0 if it is not there: at most one lane is left, so all may be joined.
uint32_t row_in(const Line& line, uint32_t key) {
  Keys keys[2];
  Keys rows[2];
  std::memcpy(keys, line.keys, sizeof keys);
  std::memcpy(rows, line.rows, sizeof rows);
  const Keys found = ((keys[0] == key) & rows[0]) | ((keys[1] == key) & rows[1]);
  return found[0] | found[1] | found[2] | found[3];
}

// Adds kVectors vectors of each row, from `first` on.
template <size_t kVectors>
void add_columns(const int16_t* const* rows, int count, size_t first, int32_t* scores) {
  Lanes sum[kVectors] = {};
  for (int r = 0; r < count; ++r) {
    Lanes weights[kVectors];
    std::memcpy(weights, rows[r] + first, sizeof weights);
    for (size_t v = 0; v < kVectors; ++v) sum[v] += weights[v];
  }
  for (size_t v = 0; v < kVectors; ++v) {
    for (size_t l = 0; l < kLanes; ++l) {
      scores[first + v * kLanes + l] += static_cast<int16_t>(sum[v][l]);
    }
  }
}

}  // namespace

// The rows of a list of features, each kind by itself.
struct Weights::Rows {
  const int16_t* dense[FeatureList::kCapacity];
  const Cell* sparse[FeatureList::kCapacity];
  int dense_count = 0;
  int sparse_count = 0;
};

std::optional<Weights> Weights::read(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header || reinterpret_cast<uintptr_t>(bytes.data()) % alignof(Line) != 0) {
    return std::nullopt;
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  const size_t width = padded(header.classes);
  const size_t table = size_t{header.lines} * sizeof(Line);
  const size_t dense = size_t{header.dense_rows} * width * sizeof(int16_t);
  if (header.classes > kMaxClasses || header.lines == 0 || header.cells == 0 ||
      bytes.size() != sizeof header + table + dense + size_t{header.cells} * sizeof(Cell)) {
    return std::nullopt;
  }
  Weights out;
  out.classes_ = static_cast<int>(header.classes);
  out.width_ = width;
  out.batch_ = std::numeric_limits<int16_t>::max() / static_cast<int>(std::clamp(header.largest, 1u, 32767u));
  const char* at = bytes.data() + sizeof header;
  out.lines_ = {reinterpret_cast<const Line*>(at), header.lines};
  out.dense_ = {reinterpret_cast<const int16_t*>(at + table), header.dense_rows * width};
  out.cells_ = {reinterpret_cast<const Cell*>(at + table + dense), header.cells};
  return out.sound() ? std::optional<Weights>(out) : std::nullopt;
}

// Whether every row lies inside the section, and a search ends.
bool Weights::sound() const {
  const size_t dense_rows = width_ == 0 ? 0 : dense_.size() / width_;
  bool ends = false;
  for (const Line& line : lines_) {
    ends |= line.keys[Line::kKeys - 1] == 0;
    for (size_t i = 0; i < Line::kKeys; ++i) {
      const uint32_t row = line.rows[i];
      if ((line.keys[i] == 0) != (row == 0)) return false;
      if (row & kDense) {
        if ((row & ~kDense) >= dense_rows) return false;
        continue;
      }
      if (row >= cells_.size() || row + cells_[row].index >= cells_.size()) return false;
      if (cells_[row].weight < 0 || cells_[row].weight > kMostShift) return false;
      for (uint32_t c = row + 1; c <= row + cells_[row].index; ++c) {
        if (cells_[c].index >= classes_) return false;
      }
    }
  }
  return ends && cells_[0].index == 0;
}

uint32_t Weights::find(uint64_t feature) const {
  const uint32_t key = key_of(feature);
  size_t at = line_of(feature, lines_.size());
  uint32_t row = row_in(lines_[at], key);
  while (row == 0 && lines_[at].keys[Line::kKeys - 1] != 0) {
    at = at + 1 < lines_.size() ? at + 1 : 0;
    row = row_in(lines_[at], key);
  }
  return row;
}

// Without branches on what kind of row it is: no processor could foresee them.
void Weights::collect(const FeatureList& features, Rows& rows) const {
  for (const uint64_t feature : features) __builtin_prefetch(&lines_[line_of(feature, lines_.size())]);
  for (const uint64_t feature : features) {
    const uint32_t row = find(feature);
    const bool dense = (row & kDense) != 0;
    const int16_t* const wide = dense_.data() + (row & ~kDense) * (dense ? width_ : 0);
    const Cell* const narrow = cells_.data() + (dense ? 0 : row);
    const char* const begin = dense ? reinterpret_cast<const char*>(wide) : reinterpret_cast<const char*>(narrow);
    __builtin_prefetch(begin);
    __builtin_prefetch(begin + 64);
    __builtin_prefetch(begin + 128);
    rows.dense[rows.dense_count] = wide;
    rows.sparse[rows.sparse_count] = narrow;
    rows.dense_count += dense;
    rows.sparse_count += !dense && row != 0;
  }
}

void Weights::add_dense(const Rows& rows, int32_t* scores) const {
  int32_t sums[kMaxClasses] = {};
  for (int first = 0; first < rows.dense_count; first += batch_) {
    const int16_t* const* const batch = rows.dense + first;
    const int count = std::min(batch_, rows.dense_count - first);
    size_t column = 0;
    for (; column + 4 * kLanes <= width_; column += 4 * kLanes) add_columns<4>(batch, count, column, sums);
    for (; column < width_; column += kLanes) add_columns<1>(batch, count, column, sums);
  }
  for (int c = 0; c < classes_; ++c) scores[c] += sums[c];
}

void Weights::score(const FeatureList& features, int32_t* scores) const {
  Rows rows;
  collect(features, rows);
  add_dense(rows, scores);
  for (int r = 0; r < rows.sparse_count; ++r) {
    const Cell* cell = rows.sparse[r] + 1;
    const int scale = 1 << rows.sparse[r]->weight;
    for (const Cell* const end = cell + rows.sparse[r]->index; cell != end; ++cell) {
      scores[cell->index] += cell->weight * scale;
    }
  }
}

namespace {

// Builds the section of one model.
class Writer {
 public:
  Writer(int classes, size_t rows) : width_(padded(static_cast<size_t>(classes))), lines_(rows / 5 + 1) {
    header_.classes = static_cast<uint32_t>(classes);
    header_.lines = static_cast<uint32_t>(lines_.size());
  }

  void add(const WeightRow& row) {
    uint32_t* const place = free_place(row.feature);
    if (place == nullptr) return;  // two features with one hash: the first, the more frequent, stays
    const bool dense = (row.cells.size() + 1) * 6 >= width_;
    *place = dense ? add_dense(row) : add_sparse(row);
  }

  std::string bytes() {
    header_.cells = static_cast<uint32_t>(cells_.size());
    header_.dense_rows = static_cast<uint32_t>(width_ == 0 ? 0 : dense_.size() / width_);
    std::string out;
    append(&header_, sizeof header_, out);
    append(lines_.data(), lines_.size() * sizeof(Line), out);
    append(dense_.data(), dense_.size() * sizeof(int16_t), out);
    append(cells_.data(), cells_.size() * sizeof(Weights::Cell), out);
    return out;
  }

 private:
  static void append(const void* from, size_t size, std::string& out) {
    out.append(static_cast<const char*>(from), size);
  }

  // Where the number of the feature's row is to be written, once its key is; null if the key is there.
  uint32_t* free_place(uint64_t feature) {
    const uint32_t key = key_of(feature);
    for (size_t at = line_of(feature, lines_.size());; at = (at + 1) % lines_.size()) {
      for (size_t i = 0; i < Line::kKeys; ++i) {
        if (lines_[at].keys[i] == key) return nullptr;
        if (lines_[at].keys[i] != 0) continue;
        lines_[at].keys[i] = key;
        return &lines_[at].rows[i];
      }
    }
  }

  uint32_t add_dense(const WeightRow& row) {
    const uint32_t number = static_cast<uint32_t>(dense_.size() / width_);
    dense_.resize(dense_.size() + width_);
    const int32_t scale = 1 << shift_of(row);
    for (const WeightRow::Cell& cell : row.cells) {
      const int32_t weight = cell.weight / scale * scale;
      dense_[number * width_ + cell.index] = static_cast<int16_t>(weight);
      header_.largest = std::max(header_.largest, static_cast<uint32_t>(std::abs(weight)));
    }
    return number | Weights::kDense;
  }

  uint32_t add_sparse(const WeightRow& row) {
    const uint32_t first = static_cast<uint32_t>(cells_.size());
    const int8_t shift = shift_of(row);
    cells_.push_back({static_cast<uint8_t>(row.cells.size()), shift});
    for (const WeightRow::Cell& cell : row.cells) {
      cells_.push_back({cell.index, static_cast<int8_t>(cell.weight / (1 << shift))});
    }
    return first;
  }

  Header header_;
  size_t width_;
  std::vector<Line> lines_;
  std::vector<int16_t> dense_;
  std::vector<Weights::Cell> cells_ = {{}};
};

}  // namespace

std::string write_weights(int classes, const std::vector<WeightRow>& rows) {
  Writer writer(classes, rows.size());
  for (const WeightRow& row : rows) writer.add(row);
  return writer.bytes();
}

}  // namespace verbale
