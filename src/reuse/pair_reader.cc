#include "reuse/pair_reader.h"

#include <algorithm>

#include "reuse/reuse.h"

namespace verbale {
namespace {

std::span<const uint32_t> part_of(std::span<const uint32_t> all, uint32_t first, uint32_t count) {
  return all.subspan(first, count);
}

// Weight of the words of `a` in the runs, each place once.
uint32_t weight_covered(std::span<const uint32_t> hashes, std::vector<WordStretch> stretches) {
  std::sort(stretches.begin(), stretches.end(), [](const WordStretch& x, const WordStretch& y) {
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  uint32_t weight = 0;
  uint32_t counted = 0;  // words before this one are
  for (const WordStretch& stretch : stretches) {
    const uint32_t begin = std::max(stretch.begin, counted);
    if (begin >= stretch.end) continue;
    weight += weight_of(part_of(hashes, begin, stretch.end - begin));
    counted = stretch.end;
  }
  return weight;
}

double share(uint32_t part, uint32_t whole) {
  return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
}

Span bytes_of(const ComparedText& text, uint32_t first, uint32_t last) {
  return {text.words.begins[first], word_end(text.text, text.words.begins[last - 1])};
}

}  // namespace

// Weights.
struct PairReader::RunWords {
  uint32_t all = 0;
  uint32_t quoted = 0;
  uint32_t recurring = 0;
};

PairReader::PairReader(const PairSide& a, const RecurringFingerprints& recurring, const ReuseOptions& options)
    : a_(a), recurring_(recurring), options_(options),
      finder_(a.words, options.passages),
      quoted_(quoted_words(a.text->words.marks, static_cast<uint32_t>(a.words.hashes.size()))) {}

std::vector<WordPassage> PairReader::passages_with(const PairSide& b) const {
  std::vector<WordPassage> passages = finder_.find_in(b.words);
  const auto differs = [&](const WordRun& run) {
    return !same_words_at(a_.text->text, part_of(a_.text->words.begins, run.a, run.length), b.text->text,
                          part_of(b.text->words.begins, run.b, run.length));
  };
  std::erase_if(passages, [&](const WordPassage& passage) {
    return std::any_of(passage.runs.begin(), passage.runs.end(), differs);
  });
  return passages;
}

// A run recurs where most of its fingerprints do.
bool PairReader::recurs(const WordRun& run, uint32_t outlet_b) const {
  const std::span<const Fingerprint> fingerprints = a_.words.fingerprints;
  auto at = std::lower_bound(fingerprints.begin(), fingerprints.end(), run.a,
                             [](const Fingerprint& one, uint32_t word) { return one.word < word; });
  uint32_t all = 0;
  uint32_t recurring = 0;
  for (; at != fingerprints.end() && at->word < run.a + run.length; ++at) {
    const uint32_t length = gram_length(a_.words.hashes[at->word], options_.fingerprints);
    if (at->word + 1 < run.a + length) continue;
    ++all;
    if (recurring_.recurs(at->hash, a_.outlet) || recurring_.recurs(at->hash, outlet_b)) ++recurring;
  }
  return all > 0 && share(recurring, all) >= options_.relations.passage_share;
}

PairReader::RunWords PairReader::words_of(const WordRun& run, const PairSide& b,
                                          std::span<const WordStretch> quoted_b) const {
  RunWords words;
  words.all = weight_of(part_of(a_.words.hashes, run.a, run.length));
  const uint32_t quoted = std::max(words_within(quoted_, run.a, run.a + run.length),
                                   words_within(quoted_b, run.b, run.b + run.length));
  words.quoted = run.length == 0 ? 0 : static_cast<uint32_t>(uint64_t{words.all} * quoted / run.length);
  if (recurs(run, b.outlet)) {
    words.recurring = words.all;
    words.quoted = 0;
  }
  return words;
}

TextPair PairReader::judge(const PairSide& b, std::span<const WordPassage> passages) const {
  TextPair pair;
  SharedWords shared;
  std::vector<WordStretch> covered_a;
  uint32_t covered_b = 0;
  const std::vector<WordStretch> quoted_b =
      quoted_words(b.text->words.marks, static_cast<uint32_t>(b.words.hashes.size()));
  RunWords total;
  for (const WordPassage& passage : passages) {
    RunWords words;
    for (const WordRun& run : passage.runs) {
      const RunWords one = words_of(run, b, quoted_b);
      words.all += one.all;
      words.quoted += one.quoted;
      words.recurring += one.recurring;
      covered_a.push_back({run.a, run.a + run.length});
    }
    covered_b += words.all;
    total.all += words.all;
    total.quoted += words.quoted;
    total.recurring += words.recurring;
    PassagePair& shown = pair.passages.emplace_back();
    shown.a = bytes_of(*a_.text, passage.a_begin, passage.a_end);
    shown.b = bytes_of(*b.text, passage.b_begin, passage.b_end);
    shown.words = passage.same;
    if (share(words.quoted, words.all) >= options_.relations.passage_share) shown.kind = PassageKind::Quotation;
    if (share(words.recurring, words.all) >= options_.relations.passage_share) {
      shown.kind = PassageKind::Boilerplate;
    }
  }
  const uint32_t weight_a = weight_covered(a_.words.hashes, std::move(covered_a));
  pair.covered_a = share(weight_a, a_.weight);
  pair.covered_b = share(covered_b, b.weight);
  shared.words_a = a_.weight / 2;
  shared.words_b = b.weight / 2;
  shared.covered_a = weight_a / 2;
  shared.covered_b = covered_b / 2;
  shared.quotation = total.quoted / 2;
  shared.boilerplate = total.recurring / 2;
  shared.narration = (total.all - total.quoted - total.recurring) / 2;
  shared.same_outlet = a_.outlet != 0 && a_.outlet == b.outlet;
  pair.relation = judge_relation(shared, options_.relations);
  return pair;
}

}  // namespace verbale
