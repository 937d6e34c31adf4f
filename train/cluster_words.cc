#include "train/cluster_words.h"

#include <algorithm>
#include <cmath>

#include "language/hash.h"

namespace verbale {
namespace {

struct Neighbour {
  uint32_t word = 0;
  uint32_t count = 0;
};

// x log x, the term that all sums are made of.
class XLogX {
 public:
  XLogX() : table_(1 << 16) {
    for (size_t x = 1; x < table_.size(); ++x) table_[x] = compute(static_cast<int64_t>(x));
  }
  double operator()(int64_t x) const {
    return x < static_cast<int64_t>(table_.size()) ? table_[static_cast<size_t>(x)] : compute(x);
  }

 private:
  static double compute(int64_t x) { return static_cast<double>(x) * std::log(static_cast<double>(x)); }
  std::vector<double> table_;
};

// One clustering of numbered words. Classes are 0 to n - 1; words come in order of frequency.
class Exchange {
 public:
  Exchange(const std::vector<std::vector<Neighbour>>& before, const std::vector<std::vector<Neighbour>>& after,
           int classes)
      : before_(before), after_(after), n_(static_cast<size_t>(classes)), of_(before.size()),
        pairs_(n_ * n_), left_(n_), right_(n_) {
    for (size_t w = 0; w < of_.size(); ++w) of_[w] = w % n_;
    for (size_t w = 0; w < of_.size(); ++w) {
      for (const Neighbour& next : after_[w]) {
        pairs_[of_[w] * n_ + of_[next.word]] += next.count;
        left_[of_[w]] += next.count;
        right_[of_[next.word]] += next.count;
      }
    }
  }

  const std::vector<size_t>& run(int rounds) {
    for (int round = 0; round < rounds; ++round) {
      for (size_t w = 0; w < of_.size(); ++w) settle(w);
    }
    return of_;
  }

 private:
  // The word's neighbours by class; itself as a neighbour is left out, it moves along.
  void gather(size_t w, const std::vector<Neighbour>& neighbours, std::vector<std::pair<size_t, int64_t>>& out,
              int64_t& total) {
    sums_.assign(n_, 0);
    total = 0;
    for (const Neighbour& neighbour : neighbours) {
      if (neighbour.word == w) continue;
      sums_[of_[neighbour.word]] += neighbour.count;
      total += neighbour.count;
    }
    out.clear();
    for (size_t c = 0; c < n_; ++c) {
      if (sums_[c] != 0) out.emplace_back(c, sums_[c]);
    }
  }

  void move(size_t to, int64_t sign) {
    for (const auto& [c, count] : in_) pairs_[c * n_ + to] += sign * count;
    for (const auto& [c, count] : out_) pairs_[to * n_ + c] += sign * count;
    left_[to] += sign * out_total_;
    right_[to] += sign * in_total_;
  }

  double gain(size_t to) const {
    double sum = 0;
    for (const auto& [c, count] : in_) {
      const int64_t pair = pairs_[c * n_ + to];
      sum += f_(pair + count) - f_(pair);
    }
    for (const auto& [c, count] : out_) {
      const int64_t pair = pairs_[to * n_ + c];
      sum += f_(pair + count) - f_(pair);
    }
    sum -= f_(left_[to] + out_total_) - f_(left_[to]);
    sum -= f_(right_[to] + in_total_) - f_(right_[to]);
    return sum;
  }

  void settle(size_t w) {
    gather(w, before_[w], in_, in_total_);
    gather(w, after_[w], out_, out_total_);
    move(of_[w], -1);
    size_t best = of_[w];
    double most = gain(best);
    for (size_t c = 0; c < n_; ++c) {
      const double here = c == of_[w] ? most : gain(c);
      if (here > most + 1e-9) most = here, best = c;
    }
    of_[w] = best;
    move(best, 1);
  }

  const std::vector<std::vector<Neighbour>>& before_;
  const std::vector<std::vector<Neighbour>>& after_;
  size_t n_;
  std::vector<size_t> of_;
  std::vector<int64_t> pairs_;
  std::vector<int64_t> left_;
  std::vector<int64_t> right_;
  std::vector<int64_t> sums_;
  std::vector<std::pair<size_t, int64_t>> in_;
  std::vector<std::pair<size_t, int64_t>> out_;
  int64_t in_total_ = 0;
  int64_t out_total_ = 0;
  XLogX f_;
};

}  // namespace

WordClusterer::WordClusterer() : words_{0}, counts_{0}, table_(size_t{1} << 21) {}

uint32_t WordClusterer::number_of(uint64_t word) {
  const size_t mask = table_.size() - 1;
  size_t slot = word & mask;
  while (table_[slot] != 0 && words_[table_[slot] - 1] != word) slot = (slot + 1) & mask;
  if (table_[slot] == 0) {
    // The table is never full: new words stop counting long before.
    if (words_.size() > table_.size() / 2) return 0;
    words_.push_back(word);
    counts_.push_back(0);
    table_[slot] = static_cast<uint32_t>(words_.size());
  }
  return table_[slot] - 1;
}

void WordClusterer::add_sentence(const std::vector<std::string_view>& words) {
  uint64_t previous = 0;
  for (const std::string_view word : words) {
    const uint32_t number = number_of(hash_bytes(word));
    ++counts_[number];
    pairs_.push_back(previous << 32 | number);
    previous = number;
  }
  pairs_.push_back(previous << 32);
}

std::vector<ClusteredWord> WordClusterer::cluster(uint32_t least, size_t most, int coarse, int fine,
                                                  int rounds) {
  std::vector<uint32_t> order;
  for (uint32_t w = 1; w < words_.size(); ++w) {
    if (counts_[w] >= least) order.push_back(w);
  }
  std::sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) {
    return counts_[a] != counts_[b] ? counts_[a] > counts_[b] : words_[a] < words_[b];
  });
  if (order.size() > most) order.resize(most);
  std::vector<uint32_t> rank(words_.size(), 0);  // 0: the edge and all that is rare
  for (size_t i = 0; i < order.size(); ++i) rank[order[i]] = static_cast<uint32_t>(i + 1);
  for (uint64_t& pair : pairs_) pair = uint64_t{rank[pair >> 32]} << 32 | rank[pair & 0xFFFFFFFF];
  std::sort(pairs_.begin(), pairs_.end());
  std::vector<std::vector<Neighbour>> before(order.size() + 1);
  std::vector<std::vector<Neighbour>> after(order.size() + 1);
  for (size_t i = 0; i < pairs_.size();) {
    size_t end = i;
    while (end < pairs_.size() && pairs_[end] == pairs_[i]) ++end;
    const uint32_t l = static_cast<uint32_t>(pairs_[i] >> 32);
    const uint32_t r = static_cast<uint32_t>(pairs_[i]);
    after[l].push_back({r, static_cast<uint32_t>(end - i)});
    before[r].push_back({l, static_cast<uint32_t>(end - i)});
    i = end;
  }
  Exchange few(before, after, coarse);
  Exchange many(before, after, fine);
  const std::vector<size_t>& coarse_of = few.run(rounds);
  const std::vector<size_t>& fine_of = many.run(rounds);
  std::vector<ClusteredWord> out;
  for (size_t i = 0; i < order.size(); ++i) {
    out.push_back({words_[order[i]], {static_cast<uint16_t>(coarse_of[i + 1] + 1),
                                      static_cast<uint16_t>(fine_of[i + 1] + 1)}});
  }
  return out;
}

}  // namespace verbale
