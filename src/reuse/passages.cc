#include "reuse/passages.h"

#include <algorithm>
#include <bit>

namespace verbale {
namespace {

using Hashes = std::span<const uint32_t>;

// A place in both texts, between words.
struct Place {
  uint32_t a = 0;
  uint32_t b = 0;
};

// The least difference after which the texts agree again for `resume` words, going right or left
// from `from`.
class Resumption {
 public:
  Resumption(Hashes a, Hashes b, const PassageOptions& options) : a_(a), b_(b), options_(options) {}

  // The texts end at their ends.
  bool right(Place from, Place& found) const {
    return least(
        from, found,
        [&](uint32_t skip_a, uint32_t skip_b) {
          return agree_right(uint64_t{from.a} + skip_a, uint64_t{from.b} + skip_b);
        },
        +1);
  }
  // Going left, words of b before `b_floor` are not to be had.
  bool left(Place from, uint32_t b_floor, Place& found) const {
    return least(
        from, found,
        [&](uint32_t skip_a, uint32_t skip_b) {
          return from.a >= skip_a && from.b >= skip_b &&
                 agree_left(from.a - skip_a, from.b - skip_b, b_floor);
        },
        -1);
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

  Hashes a_;
  Hashes b_;
  const PassageOptions& options_;
};

// How many words are equal right before the place, as far as `b_floor`.
uint32_t equal_before(Hashes a, Hashes b, Place place, uint32_t b_floor) {
  uint32_t length = 0;
  while (length < place.a && place.b - length > b_floor &&
         a[place.a - length - 1] == b[place.b - length - 1]) {
    ++length;
  }
  return length;
}

uint32_t equal_after(Hashes a, Hashes b, Place place) {
  uint32_t length = 0;
  while (place.a + length < a.size() && place.b + length < b.size() &&
         a[place.a + length] == b[place.b + length]) {
    ++length;
  }
  return length;
}

// The longest run of equal words that holds the word after the place; of no length if that is not
// equal.
WordRun run_at(Hashes a, Hashes b, Place place, uint32_t b_floor) {
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
std::vector<WordRun> grown(WordRun seed, Hashes a, Hashes b, uint32_t b_floor,
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

bool worth_reading(Hashes a, uint32_t word_a, Hashes b, uint32_t word_b,
                   const PassageOptions& options) {
  const WordRun run = run_at(a, b, {word_a, word_b}, 0);
  const uint32_t weight = weight_of(a.subspan(run.a, run.length));
  if (weight >= 2 * options.told_run) return true;
  if (weight < 2 * options.min_run) return false;
  uint32_t all = 0;
  for (const WordRun& one : grown(run, a, b, 0, options))
    all += weight_of(a.subspan(one.a, one.length));
  return all >= 2 * options.told_passage;
}

PassageFinder::PassageFinder(const Fingerprinted& a, const PassageOptions& options)
    : a_(a), options_(options) {
  const size_t slots = std::bit_ceil(4 * a.fingerprints.size() + 1);
  slot_mask_ = static_cast<uint32_t>(slots - 1);
  first_.assign(slots, 0);
  next_.resize(a.fingerprints.size() + 1);
  for (uint32_t i = static_cast<uint32_t>(a.fingerprints.size()); i > 0; --i) {
    uint32_t& first = first_[slot_of(a.fingerprints[i - 1].hash)];
    next_[i] = first;
    first = i;
  }
}

WordRun PassageFinder::longest_run(const Fingerprinted& b, const Fingerprint& at,
                                   uint32_t b_floor) const {
  WordRun best;
  uint32_t tried = 0;
  for (uint32_t i = first_[slot_of(at.hash)]; i != 0 && tried < options_.max_places; i = next_[i]) {
    const Fingerprint& place = a_.fingerprints[i - 1];
    if (place.hash != at.hash) continue;
    ++tried;
    const WordRun run = run_at(a_.hashes, b.hashes, {place.word, at.word}, b_floor);
    if (run.length > best.length) best = run;
  }
  return best;
}

std::vector<WordPassage> PassageFinder::find_in(const Fingerprinted& b) const {
  std::vector<WordPassage> passages;
  uint32_t b_floor = 0;
  for (const Fingerprint& one : b.fingerprints) {
    if (one.word < b_floor || first_[slot_of(one.hash)] == 0) continue;
    const WordRun best = longest_run(b, one, b_floor);
    if (weight_of(a_.hashes.subspan(best.a, best.length)) < 2 * options_.min_run) continue;
    WordPassage passage = passage_of(grown(best, a_.hashes, b.hashes, b_floor, options_));
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
