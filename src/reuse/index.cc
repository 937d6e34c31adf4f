#include "reuse/index.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "reuse/parallel.h"

namespace verbale {
namespace {

bool before(const Posting& x, const Posting& y) {
  return std::tie(x.hash, x.text, x.word) < std::tie(y.hash, y.text, y.word);
}

// Sorted: first into 4096 buckets by the bits below the part's, then each bucket, which is small,
// by comparing.
void sort_postings(std::vector<Posting>& postings) {
  constexpr int kBits = 12;
  constexpr size_t kBuckets = size_t{1} << kBits;
  if (postings.size() < kBuckets) {
    std::sort(postings.begin(), postings.end(), before);
    return;
  }
  const auto bucket_of = [](const Posting& p) {
    return static_cast<size_t>(p.hash << 8 >> (64 - kBits));
  };
  std::array<uint32_t, kBuckets + 1> starts{};
  for (const Posting& posting : postings) ++starts[bucket_of(posting) + 1];
  for (size_t i = 0; i < kBuckets; ++i) starts[i + 1] += starts[i];
  std::vector<Posting> sorted(postings.size());
  std::array<uint32_t, kBuckets + 1> next = starts;
  for (const Posting& posting : postings) sorted[next[bucket_of(posting)]++] = posting;
  for (size_t i = 0; i < kBuckets; ++i) {
    std::sort(sorted.begin() + starts[i], sorted.begin() + starts[i + 1], before);
  }
  postings = std::move(sorted);
}

void keep_first_of_each_text(std::vector<Posting>& postings) {
  const auto same = [](const Posting& x, const Posting& y) {
    return x.hash == y.hash && x.text == y.text;
  };
  postings.erase(std::unique(postings.begin(), postings.end(), same), postings.end());
}

}  // namespace

PostingBatch::PostingBatch() : parts_(FingerprintIndex::kParts) {}

void PostingBatch::add(uint32_t text, std::span<const Fingerprint> fingerprints) {
  for (const Fingerprint& one : fingerprints)
    parts_[one.hash >> 56].push_back({one.hash, text, one.word});
}

FingerprintIndex::FingerprintIndex() : parts_(kParts) {}

void FingerprintIndex::add(std::span<PostingBatch> batches, int threads) {
  for_each_number(kParts, threads, 4, [&](int, size_t part) {
    std::vector<Posting> added;
    size_t count = 0;
    for (const PostingBatch& batch : batches) count += batch.parts_[part].size();
    added.reserve(count);
    for (PostingBatch& batch : batches) {
      added.insert(added.end(), batch.parts_[part].begin(), batch.parts_[part].end());
      std::vector<Posting>().swap(batch.parts_[part]);
    }
    sort_postings(added);
    keep_first_of_each_text(added);
    std::vector<Posting>& all = parts_[part];
    if (all.empty()) {
      all = std::move(added);
      return;
    }
    const size_t middle = all.size();
    all.insert(all.end(), added.begin(), added.end());
    std::inplace_merge(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(middle), all.end(),
                       before);
  });
}

size_t FingerprintIndex::size() const {
  size_t count = 0;
  for (const std::vector<Posting>& part : parts_) count += part.size();
  return count;
}

void find_recurring_outlets(std::span<const Posting> same, const TextFacts& facts,
                            const ProposalOptions& options, std::vector<uint32_t>& found) {
  found.clear();
  if (same.size() < options.recurring_texts) return;
  for (const Posting& posting : same) found.push_back(facts.outlet[posting.text]);
  std::sort(found.begin(), found.end());
  size_t kept = 0;
  for (size_t first = 0; first < found.size();) {
    const uint32_t outlet = found[first];
    size_t last = first;
    while (last < found.size() && found[last] == outlet) ++last;
    const size_t texts = last - first;
    if (outlet == 0 ? texts > options.max_texts : texts >= options.recurring_texts)
      found[kept++] = outlet;
    first = last;
  }
  found.resize(kept);
}

void propose_pairs(std::span<const Posting> part, const TextFacts& facts,
                   const ProposalOptions& options, std::vector<Anchor>& out) {
  const auto rank = [&](const Posting& posting) { return facts.rank[posting.text]; };
  const auto pair = [&](const Posting& x, const Posting& y) {
    out.push_back(rank(x) < rank(y) ? Anchor{rank(x), rank(y), x.word, y.word}
                                    : Anchor{rank(y), rank(x), y.word, x.word});
  };
  std::vector<uint32_t> recurring;
  each_fingerprint(part, [&](std::span<const Posting> same) {
    find_recurring_outlets(same, facts, options, recurring);
    if (same.size() <= options.max_texts && recurring.empty()) {
      for (size_t i = 0; i < same.size(); ++i) {
        for (size_t j = i + 1; j < same.size(); ++j) pair(same[i], same[j]);
      }
      return;
    }
    const Posting& earliest =
        *std::min_element(same.begin(), same.end(),
                          [&](const Posting& x, const Posting& y) { return rank(x) < rank(y); });
    for (const Posting& other : same) {
      if (other.text != earliest.text) pair(earliest, other);
    }
  });
}

}  // namespace verbale
