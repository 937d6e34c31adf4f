#include "reuse/text_table.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace verbale {
namespace {

uint64_t digest_of(std::span<const uint32_t> hashes) {
  uint64_t digest = hashes.size();
  for (const uint32_t hash : hashes) {
    digest = (digest ^ hash) * 0x9E3779B97F4A7C15u;
    digest ^= digest >> 32;
  }
  return digest;
}

}  // namespace

bool same_words_at(std::string_view a, std::span<const uint32_t> begins_a, std::string_view b,
                   std::span<const uint32_t> begins_b) {
  if (begins_a.size() != begins_b.size()) return false;
  if (begins_a.empty()) return true;
  const uint32_t end_a = word_end(a, begins_a.back());
  const uint32_t end_b = word_end(b, begins_b.back());
  const std::string_view bytes_a = a.substr(begins_a.front(), end_a - begins_a.front());
  const std::string_view bytes_b = b.substr(begins_b.front(), end_b - begins_b.front());
  if (bytes_a == bytes_b) return true;
  for (size_t i = 0; i < begins_a.size(); ++i) {
    const std::string_view word_a = a.substr(begins_a[i], word_end(a, begins_a[i]) - begins_a[i]);
    const std::string_view word_b = b.substr(begins_b[i], word_end(b, begins_b[i]) - begins_b[i]);
    if (!same_words(word_a, word_b)) return false;
  }
  return true;
}

void TextTable::add(ComparedText text) {
  const uint32_t number = size();
  std::vector<uint32_t>& candidates = by_digest_[digest_of(text.words.hashes)];
  for (const uint32_t candidate : candidates) {
    const ComparedText& other = texts_[classes_[candidate].texts.front()];
    if (other.words.hashes != text.words.hashes ||
        !same_words_at(other.text, other.words.begins, text.text, text.words.begins)) {
      continue;
    }
    std::vector<uint32_t>().swap(text.words.hashes);
    text.text_class = candidate;
    classes_[candidate].texts.push_back(number);
    texts_.push_back(std::move(text));
    return;
  }
  text.text_class = static_cast<uint32_t>(classes_.size());
  candidates.push_back(text.text_class);
  classes_.push_back({{number}});
  texts_.push_back(std::move(text));
}

std::vector<uint32_t> texts_by_time(const TextTable& table) {
  std::vector<uint32_t> order(table.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    const ComparedText& a = table.text(x);
    const ComparedText& b = table.text(y);
    return std::tuple(a.date.empty(), std::string_view(a.date), std::string_view(a.id), x) <
           std::tuple(b.date.empty(), std::string_view(b.date), std::string_view(b.id), y);
  });
  return order;
}

}  // namespace verbale
