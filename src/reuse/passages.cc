#include "reuse/passages.h"

#include <algorithm>
#include <tuple>

namespace verbale {
namespace {

using Hashes = std::vector<uint32_t>;

// A place in both texts, between words.
struct Place {
  uint32_t a = 0;
  uint32_t b = 0;
};

// The least difference after which the texts agree again for `resume` words, going right or left from `from`.
class Resumption {
 public:
  Resumption(const Hashes& a, const Hashes& b, const PassageOptions& options)
      : a_(a), b_(b), options_(options) {}

  // The texts end at their ends.
  bool right(Place from, Place& found) const {
    return least(from, found, [&](uint32_t skip_a, uint32_t skip_b) {
      return agree_right(uint64_t{from.a} + skip_a, uint64_t{from.b} + skip_b);
    }, +1);
  }
  // Going left, words of b before `b_floor` are not to be had.
  bool left(Place from, uint32_t b_floor, Place& found) const {
    return least(from, found, [&](uint32_t skip_a, uint32_t skip_b) {
      return from.a >= skip_a && from.b >= skip_b && agree_left(from.a - skip_a, from.b - skip_b, b_floor);
    }, -1);
  }

 private:
  template <class Agree>
  bool least(Place from, Place& found, const Agree& agree, int direction) const {
    for (uint32_t both = 1; both <= 2 * options_.max_skip; ++both) {
      // Equal skips first: a name for a name.
      for (uint32_t apart = both % 2; apart <= both; apart += 2) {
        const uint32_t fewer = (both - apart) / 2;
        const uint32_t more = both - fewer;
        if (more > options_.max_skip) break;
        for (const bool more_in_b : {true, false}) {
          const uint32_t skip_a = more_in_b ? fewer : more;
          const uint32_t skip_b = both - skip_a;
          if (!agree(skip_a, skip_b)) continue;
          found = direction > 0 ? Place{from.a + skip_a, from.b + skip_b}
                                : Place{from.a - skip_a, from.b - skip_b};
          return true;
        }
      }
    }
    return false;
  }
  bool agree_right(uint64_t a, uint64_t b) const {
    uint32_t weight = 0;
    while (weight < 2 * options_.resume) {
      if (a >= a_.size() || b >= b_.size() || a_[a] != b_[b]) return false;
      weight += is_unspaced(a_[a]) ? 1 : 2;
      ++a, ++b;
    }
    return true;
  }
  bool agree_left(uint32_t a, uint32_t b, uint32_t b_floor) const {
    uint32_t weight = 0;
    while (weight < 2 * options_.resume) {
      if (a == 0 || b <= b_floor || a_[a - 1] != b_[b - 1]) return false;
      --a, --b;
      weight += is_unspaced(a_[a]) ? 1 : 2;
    }
    return true;
  }

  const Hashes& a_;
  const Hashes& b_;
  const PassageOptions& options_;
};

// How many words are equal right before the place, as far as `b_floor`.
uint32_t equal_before(const Hashes& a, const Hashes& b, Place place, uint32_t b_floor) {
  uint32_t length = 0;
  while (length < place.a && place.b - length > b_floor &&
         a[place.a - length - 1] == b[place.b - length - 1]) {
    ++length;
  }
  return length;
}

uint32_t equal_after(const Hashes& a, const Hashes& b, Place place) {
  uint32_t length = 0;
  while (place.a + length < a.size() && place.b + length < b.size() &&
         a[place.a + length] == b[place.b + length]) {
    ++length;
  }
  return length;
}

// The longest run of equal words that holds the word after the place; of no length if that is not equal.
WordRun run_at(const Hashes& a, const Hashes& b, Place place, uint32_t b_floor) {
  const uint32_t after = equal_after(a, b, place);
  if (after == 0) return {place.a, place.b, 0};
  const uint32_t before = equal_before(a, b, place, b_floor);
  return {place.a - before, place.b - before, before + after};
}

WordPassage passage_of(std::vector<WordRun> runs) {
  WordPassage passage;
  passage.a_begin = runs.front().a;
  passage.b_begin = runs.front().b;
  passage.a_end = runs.back().a + runs.back().length;
  passage.b_end = runs.back().b + runs.back().length;
  for (const WordRun& run : runs) passage.same += run.length;
  passage.runs = std::move(runs);
  return passage;
}

bool follows(const WordPassage& first, const WordPassage& second, uint32_t max_gap) {
  return second.a_begin >= first.a_end && second.a_begin - first.a_end <= max_gap &&
         second.b_begin - first.b_end <= max_gap;
}

void append(WordPassage& first, WordPassage&& second) {
  first.a_end = second.a_end;
  first.b_end = second.b_end;
  first.same += second.same;
  first.runs.insert(first.runs.end(), second.runs.begin(), second.runs.end());
}

// The run with what can be reached from it over small differences on either side.
std::vector<WordRun> grown(WordRun seed, const Hashes& a, const Hashes& b, uint32_t b_floor,
                           const PassageOptions& options) {
  const Resumption resumption(a, b, options);
  std::vector<WordRun> runs{seed};
  Place at{seed.a, seed.b};
  while (resumption.left(at, b_floor, at)) {
    const uint32_t length = equal_before(a, b, at, b_floor);
    at = {at.a - length, at.b - length};
    runs.push_back({at.a, at.b, length});
  }
  std::reverse(runs.begin(), runs.end());
  at = {seed.a + seed.length, seed.b + seed.length};
  while (resumption.right(at, at)) {
    const uint32_t length = equal_after(a, b, at);
    runs.push_back({at.a, at.b, length});
    at = {at.a + length, at.b + length};
  }
  return runs;
}

}  // namespace

uint32_t weight_of(std::span<const uint32_t> hashes) {
  uint32_t weight = 0;
  for (const uint32_t hash : hashes) weight += is_unspaced(hash) ? 1 : 2;
  return weight;
}

bool has_run_at(const std::vector<uint32_t>& a, uint32_t word_a, const std::vector<uint32_t>& b, uint32_t word_b,
                uint32_t weight) {
  uint32_t found = 0;
  for (uint32_t i = word_a, j = word_b; i < a.size() && j < b.size() && a[i] == b[j]; ++i, ++j) {
    found += is_unspaced(a[i]) ? 1 : 2;
    if (found >= weight) return true;
  }
  if (found == 0) return false;
  for (uint32_t i = word_a, j = word_b; i > 0 && j > 0 && a[i - 1] == b[j - 1]; --i, --j) {
    found += is_unspaced(a[i - 1]) ? 1 : 2;
    if (found >= weight) return true;
  }
  return false;
}

PassageFinder::PassageFinder(const std::vector<uint32_t>& a, const FingerprintOptions& fingerprints,
                             const PassageOptions& options)
    : hashes_(&a), fingerprints_(fingerprints), options_(options) {
  add_fingerprints(a, fingerprints, sorted_);
  std::sort(sorted_.begin(), sorted_.end(), [](const Fingerprint& x, const Fingerprint& y) {
    return std::tie(x.hash, x.word) < std::tie(y.hash, y.word);
  });
}

std::vector<WordPassage> PassageFinder::find_in(const std::vector<uint32_t>& b) const {
  const Hashes& words_a = *hashes_;
  std::vector<Fingerprint> fingerprints;
  add_fingerprints(b, fingerprints_, fingerprints);
  std::vector<WordPassage> passages;
  uint32_t b_floor = 0;
  for (const Fingerprint& one : fingerprints) {
    if (one.word < b_floor) continue;
    auto place = std::lower_bound(sorted_.begin(), sorted_.end(), one.hash,
                                  [](const Fingerprint& x, uint64_t hash) { return x.hash < hash; });
    WordRun best;
    for (uint32_t tried = 0; tried < options_.max_places && place != sorted_.end() && place->hash == one.hash;
         ++tried, ++place) {
      const WordRun run = run_at(words_a, b, {place->word, one.word}, b_floor);
      if (run.length > best.length) best = run;
    }
    const std::span<const uint32_t> equal = std::span(words_a).subspan(best.a, best.length);
    if (weight_of(equal) < 2 * options_.min_run) continue;
    WordPassage passage = passage_of(grown(best, words_a, b, b_floor, options_));
    b_floor = passage.b_end;
    if (!passages.empty() && follows(passages.back(), passage, options_.max_gap)) {
      append(passages.back(), std::move(passage));
    } else {
      passages.push_back(std::move(passage));
    }
  }
  return passages;
}

}  // namespace verbale
