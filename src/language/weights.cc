#include "language/weights.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

namespace verbale {
namespace {

using Line = Weights::Line;
using Chunk = Weights::Chunk;
constexpr size_t kLanes = Weights::kLanes;
constexpr uint32_t kPlace = Weights::kTwoChunks - 1;  // the number in a place
constexpr int32_t kMostWide = 4000;                   // so that eight rows or more add up in 16 bits
constexpr int32_t kMostShort = 127;

// A whole cache line.
struct Header {
  uint32_t classes = 0;
  uint32_t lines = 0;
  uint32_t wide_rows = 0;
  uint32_t chunks = 0;
  uint32_t largest = 0;  // of the wide rows' weights, without sign
  uint32_t unused[11] = {};
};

using Lanes = int16_t __attribute__((vector_size(kLanes * sizeof(int16_t))));
using Sums = int32_t __attribute__((vector_size(kLanes * sizeof(int32_t))));
using Keys = uint32_t __attribute__((vector_size(4 * sizeof(uint32_t))));

uint32_t key_of(uint64_t feature) {
  const uint32_t key = static_cast<uint32_t>(feature);
  return key == 0 ? 1 : key;
}
size_t line_of(uint64_t feature, size_t lines) { return ((feature >> 32) * lines) >> 32; }

inline Keys lanes(const uint32_t* from) {
  Keys out;
  std::memcpy(&out, from, sizeof out);
  return out;
}

// The place of a key's row in a line, 0 if it is not there: one lane at most is left, so all may be joined.
inline uint32_t place_in(const Line& line, uint32_t key) {
  const Keys wanted = {key, key, key, key};
  const Keys found = ((lanes(line.keys) == wanted) & lanes(line.rows)) |
                     ((lanes(line.keys + 4) == wanted) & lanes(line.rows + 4));
  uint64_t halves[2];
  std::memcpy(halves, &found, sizeof halves);
  const uint64_t joined = halves[0] | halves[1];
  return static_cast<uint32_t>(joined | joined >> 32);
}

// Adds kVectors vectors of each row, from `first` on.
template <size_t kVectors>
void add_columns(const char* const* rows, int count, size_t first, int32_t* scores) {
  Lanes sum[kVectors] = {};
  for (int r = 0; r < count; ++r) {
    Lanes weights[kVectors];
    std::memcpy(weights, rows[r] + first * sizeof(int16_t), sizeof weights);
    for (size_t v = 0; v < kVectors; ++v) sum[v] += weights[v];
  }
  for (size_t v = 0; v < kVectors; ++v) {
    int32_t* const at = scores + first + v * kLanes;
    Sums before;
    std::memcpy(&before, at, sizeof before);
    const Sums after = before + __builtin_convertvector(sum[v], Sums);
    std::memcpy(at, &after, sizeof after);
  }
}

}  // namespace

// The rows of a list of features, each kind by itself.
struct Weights::Rows {
  const char* wide[FeatureList::kCapacity + 1];
  const char* chunks[2 * FeatureList::kCapacity + 2];
  int wide_count = 0;
  int chunk_count = 0;
};

std::optional<Weights> Weights::read(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header || reinterpret_cast<uintptr_t>(bytes.data()) % alignof(Line) != 0) {
    return std::nullopt;
  }
  std::memcpy(&header, bytes.data(), sizeof header);
  const size_t width = padded(header.classes);
  const size_t table = size_t{header.lines} * sizeof(Line);
  const size_t wide = size_t{header.wide_rows} * width * sizeof(int16_t);
  if (header.classes > kMaxClasses || header.lines == 0 || header.chunks == 0 ||
      header.largest > kMostWide ||
      bytes.size() != sizeof header + table + wide + size_t{header.chunks} * sizeof(Chunk)) {
    return std::nullopt;
  }
  Weights out;
  out.classes_ = static_cast<int>(header.classes);
  out.width_ = width;
  out.batch_ = std::numeric_limits<int16_t>::max() / static_cast<int>(std::max(header.largest, 1u));
  const char* at = bytes.data() + sizeof header;
  out.lines_ = {reinterpret_cast<const Line*>(at), header.lines};
  out.wide_ = {reinterpret_cast<const int16_t*>(at + table), header.wide_rows * width};
  out.chunks_ = {reinterpret_cast<const Chunk*>(at + table + wide), header.chunks};
  return out.sound() ? std::optional<Weights>(out) : std::nullopt;
}

// Whether every row lies inside the section and names classes only, and a search ends.
bool Weights::sound() const {
  const size_t wide_rows = width_ == 0 ? 0 : wide_.size() / width_;
  bool ends = false;
  for (const Line& line : lines_) {
    ends |= line.keys[Line::kKeys - 1] == 0;
    for (size_t i = 0; i < Line::kKeys; ++i) {
      const uint32_t place = line.rows[i];
      if ((line.keys[i] == 0) != (place == 0)) return false;
      const size_t end = (place & kPlace) + ((place & kTwoChunks) != 0 ? 2u : 1u);
      if (end > ((place & kWide) != 0 ? wide_rows : chunks_.size())) return false;
    }
  }
  for (const Chunk& chunk : chunks_) {
    for (const Cell& cell : chunk) {
      if (cell.index >= width_) return false;
    }
  }
  return ends;
}

inline uint32_t Weights::find(uint64_t feature) const {
  const uint32_t key = key_of(feature);
  size_t at = line_of(feature, lines_.size());
  uint32_t place = place_in(lines_[at], key);
  while (place == 0 && lines_[at].keys[Line::kKeys - 1] != 0) {
    at = at + 1 < lines_.size() ? at + 1 : 0;
    place = place_in(lines_[at], key);
  }
  return place;
}

// Without branches on what kind of row it is: no processor could foresee them.
void Weights::collect(const FeatureList& features, Rows& rows) const {
  for (const uint64_t feature : features) {
    __builtin_prefetch(&lines_[line_of(feature, lines_.size())]);
  }
  const std::array<const char*, 2> starts = {reinterpret_cast<const char*>(chunks_.data()),
                                             reinterpret_cast<const char*>(wide_.data())};
  const std::array<size_t, 2> sizes = {sizeof(Chunk), width_ * sizeof(int16_t)};
  uint32_t wide_count = 0;
  uint32_t chunk_count = 0;
  for (const uint64_t feature : features) {
    const uint32_t place = find(feature);
    const uint32_t wide = place / kWide;
    const char* const row = starts[wide] + (place & kPlace) * sizes[wide];
    __builtin_prefetch(row);
    __builtin_prefetch(row + wide * 64);
    __builtin_prefetch(row + wide * 128);
    rows.wide[wide_count] = row;
    rows.chunks[chunk_count] = row;
    rows.chunks[chunk_count + 1] = row + sizeof(Chunk);
    wide_count += wide;
    chunk_count += (place != 0) - wide + place / kTwoChunks % 2;
  }
  rows.wide_count = static_cast<int>(wide_count);
  rows.chunk_count = static_cast<int>(chunk_count);
}

void Weights::add_wide(const Rows& rows, int32_t* scores) const {
  for (int first = 0; first < rows.wide_count; first += batch_) {
    const char* const* const batch = rows.wide + first;
    const int count = std::min(batch_, rows.wide_count - first);
    size_t column = 0;
    for (; column + 4 * kLanes <= width_; column += 4 * kLanes) {
      add_columns<4>(batch, count, column, scores);
    }
    for (; column < width_; column += kLanes) add_columns<1>(batch, count, column, scores);
  }
}

void Weights::score(const FeatureList& features, int32_t* scores) const {
  Rows rows;
  collect(features, rows);
  add_wide(rows, scores);
  for (int c = 0; c < rows.chunk_count; ++c) {
    Chunk chunk;
    std::memcpy(&chunk, rows.chunks[c], sizeof chunk);
    for (const Cell& cell : chunk) scores[cell.index] += cell.weight;
  }
}

namespace {

// A row's weights keep seven bits: where the largest has more, all give up their smallest ones.
int32_t step_of(const WeightRow& row) {
  int32_t largest = 0;
  for (const WeightRow::Cell& cell : row.cells) largest = std::max(largest, std::abs(cell.weight));
  int32_t step = 1;
  while (largest / step > kMostShort) step *= 2;
  return step;
}

// Builds the section of one model.
class Writer {
 public:
  Writer(int classes, size_t rows)
      : width_(Weights::padded(static_cast<size_t>(classes))), lines_(rows / 5 + 1) {
    header_.classes = static_cast<uint32_t>(classes);
    header_.lines = static_cast<uint32_t>(lines_.size());
  }

  void add(const WeightRow& row) {
    uint32_t* const place = free_place(row.feature);
    if (place == nullptr) return;  // two features with one hash: the first, the more frequent, stays
    *place = is_wide(row) ? add_wide(row) : add_chunks(row);
  }

  std::string bytes() {
    header_.wide_rows = static_cast<uint32_t>(width_ == 0 ? 0 : wide_.size() / width_);
    header_.chunks = static_cast<uint32_t>(chunks_.size());
    std::string out;
    append(&header_, sizeof header_, out);
    append(lines_.data(), lines_.size() * sizeof(Line), out);
    append(wide_.data(), wide_.size() * sizeof(int16_t), out);
    append(chunks_.data(), chunks_.size() * sizeof(Chunk), out);
    return out;
  }

 private:
  static void append(const void* from, size_t size, std::string& out) {
    out.append(static_cast<const char*>(from), size);
  }

  // Rows of more than two chunks, of weights that a cell cannot hold, or no larger so.
  bool is_wide(const WeightRow& row) const {
    const size_t cells = (row.cells.size() + Weights::kCells - 1) / Weights::kCells * Weights::kCells;
    return cells > 2 * Weights::kCells || cells >= width_ || step_of(row) > 1;
  }

  // Where the place of the feature's row is to be written, once its key is; null if the key is there.
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

  uint32_t add_wide(const WeightRow& row) {
    const uint32_t number = static_cast<uint32_t>(wide_.size() / width_);
    wide_.resize(wide_.size() + width_);
    const int32_t step = step_of(row);
    for (const WeightRow::Cell& cell : row.cells) {
      const int32_t weight = std::clamp(cell.weight / step * step, -kMostWide, kMostWide);
      wide_[number * width_ + cell.index] = static_cast<int16_t>(weight);
      header_.largest = std::max(header_.largest, static_cast<uint32_t>(std::abs(weight)));
    }
    return number | Weights::kWide;
  }

  uint32_t add_chunks(const WeightRow& row) {
    const uint32_t number = static_cast<uint32_t>(chunks_.size());
    for (size_t c = 0; c < row.cells.size(); ++c) {
      if (c % Weights::kCells == 0) chunks_.emplace_back();
      const WeightRow::Cell& cell = row.cells[c];
      chunks_.back()[c % Weights::kCells] = {cell.index, static_cast<int8_t>(cell.weight)};
    }
    return number | (row.cells.size() > Weights::kCells ? Weights::kTwoChunks : 0);
  }

  Header header_;
  size_t width_;
  std::vector<Line> lines_;
  std::vector<int16_t> wide_;
  std::vector<Chunk> chunks_ = {{}};  // the first belongs to no row: its place means "none"
};

}  // namespace

std::string write_weights(int classes, const std::vector<WeightRow>& rows) {
  Writer writer(classes, rows.size());
  for (const WeightRow& row : rows) writer.add(row);
  return writer.bytes();
}

}  // namespace verbale
