#include "language/clusters.h"

#include <bit>

namespace verbale {
namespace {

uint32_t key_of(uint64_t word) {
  const uint32_t key = static_cast<uint32_t>(word);
  return key == 0 ? 1 : key;
}

}  // namespace

std::optional<Clusters> Clusters::read(std::string_view bytes) {
  const size_t count = bytes.size() / sizeof(Bucket);
  if (bytes.size() % sizeof(Bucket) != 0 || !std::has_single_bit(count)) return std::nullopt;
  Clusters out;
  out.buckets_ = {reinterpret_cast<const Bucket*>(bytes.data()), count};
  bool empty_bucket = false;
  for (const Bucket& bucket : out.buckets_) empty_bucket |= bucket.key == 0;
  if (!empty_bucket) return std::nullopt;  // a search would not end
  return out;
}

WordClass Clusters::find(uint64_t word) const {
  const size_t mask = buckets_.size() - 1;
  const uint32_t key = key_of(word);
  size_t slot = (word >> 32) & mask;
  while (buckets_[slot].key != 0 && buckets_[slot].key != key) slot = (slot + 1) & mask;
  return buckets_[slot].classes;
}

std::string write_clusters(const std::vector<ClusteredWord>& words) {
  std::vector<Clusters::Bucket> buckets(std::bit_ceil(words.size() * 3 / 2 + 2));
  const size_t mask = buckets.size() - 1;
  for (const ClusteredWord& word : words) {
    const uint32_t key = key_of(word.word);
    size_t slot = (word.word >> 32) & mask;
    while (buckets[slot].key != 0 && buckets[slot].key != key) slot = (slot + 1) & mask;
    if (buckets[slot].key == 0) buckets[slot] = {key, word.classes};
  }
  return {reinterpret_cast<const char*>(buckets.data()), buckets.size() * sizeof(Clusters::Bucket)};
}

}  // namespace verbale
