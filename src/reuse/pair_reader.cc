#include "reuse/pair_reader.h"

#include <algorithm>
#include <cstdlib>

#include "base/utf8.h"
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

// Does something stand there that tells one meeting from another: a word with a capital letter, a
// number, two characters?
bool names_something(const PairSide& side, uint32_t first, uint32_t last) {
  uint32_t unspaced = 0;
  for (uint32_t word = first; word < last; ++word) {
    const char32_t c = decode_utf8(side.text->text, side.text->words.begins[word]).value;
    if (is_upper(c) || is_digit(c)) return true;
    unspaced += is_unspaced(side.words.hashes[word]);
  }
  return unspaced >= 2;
}

// Places within the passage where a name or number of one text stands for one of the other.
uint32_t count_fillings(const WordPassage& passage, const PairSide& a, const PairSide& b,
                        uint32_t max_skip) {
  uint32_t fillings = 0;
  for (size_t i = 1; i < passage.runs.size(); ++i) {
    const WordRun& before = passage.runs[i - 1];
    const WordRun& after = passage.runs[i];
    const uint32_t end_a = before.a + before.length;
    const uint32_t end_b = before.b + before.length;
    if (after.a < end_a || after.a - end_a > 2 * max_skip || after.b - end_b > 2 * max_skip)
      continue;
    fillings += names_something(a, end_a, after.a) && names_something(b, end_b, after.b);
  }
  return fillings;
}

}  // namespace

// Weights.
struct PairReader::RunWords {
  uint32_t all = 0;
  uint32_t quoted = 0;
  uint32_t recurring = 0;
};

struct PairReader::WordsMarked {
  bool recurring = false;
  bool of_statement = false;
};

PairReader::PairReader(const PairSide& a, const MarkedFingerprints& marked,
                       const ReuseOptions& options)
    : a_(a),
      marked_(marked),
      options_(options),
      finder_(a.words, options.passages),
      quoted_(quoted_words(a.text->words.marks, static_cast<uint32_t>(a.words.hashes.size()))) {}

std::vector<WordPassage> PairReader::passages_with(const PairSide& b) const {
  std::vector<WordPassage> passages = finder_.find_in(b.words);
  const auto differs = [&](const WordRun& run) {
    return !same_words_at(a_.text->text, part_of(a_.text->words.begins, run.a, run.length),
                          b.text->text, part_of(b.text->words.begins, run.b, run.length));
  };
  std::erase_if(passages, [&](const WordPassage& passage) {
    return std::any_of(passage.runs.begin(), passage.runs.end(), differs);
  });
  return passages;
}

// A run recurs, or is a statement's, where most of its fingerprints do or are.
PairReader::WordsMarked PairReader::marks_of(const WordRun& run, uint32_t outlet_b) const {
  const std::span<const Fingerprint> fingerprints = a_.words.fingerprints;
  auto at = std::lower_bound(fingerprints.begin(), fingerprints.end(), run.a,
                             [](const Fingerprint& one, uint32_t word) { return one.word < word; });
  // What a is to quote must be out by then, give or take the hours between time zones.
  const int32_t by_day = a_.day == kNoDay ? INT32_MAX : a_.day + 2;
  uint32_t all = 0;
  uint32_t recurring = 0;
  uint32_t of_statement = 0;
  for (; at != fingerprints.end() && at->word < run.a + run.length; ++at) {
    const uint32_t length = gram_length(a_.words.hashes[at->word], options_.fingerprints);
    if (at->word + 1 < run.a + length) continue;
    ++all;
    const MarkedFingerprints::Marks marks = marked_.find(at->hash, a_.outlet, outlet_b, by_day);
    recurring += marks.recurs;
    of_statement += marks.of_statement;
  }
  const double enough = options_.relations.passage_share;
  const bool long_enough = run.length >= options_.relations.statement_run;
  return {all > 0 && share(recurring, all) >= enough,
          all > 0 && long_enough && share(of_statement, all) >= enough};
}

PairReader::RunWords PairReader::words_of(const WordRun& run, const PairSide& b,
                                          std::span<const WordStretch> quoted_b) const {
  RunWords words;
  words.all = weight_of(part_of(a_.words.hashes, run.a, run.length));
  const WordsMarked marks = marks_of(run, b.outlet);
  if (marks.recurring) {
    words.recurring = words.all;
  } else if (marks.of_statement) {
    words.quoted = words.all;
  } else {
    const uint32_t quoted = std::max(words_within(quoted_, run.a, run.a + run.length),
                                     words_within(quoted_b, run.b, run.b + run.length));
    words.quoted = static_cast<uint32_t>(uint64_t{words.all} * quoted / run.length);
  }
  return words;
}

PassagePair PairReader::shown(const WordPassage& passage, const RunWords& words,
                              const PairSide& b) const {
  PassagePair pair;
  pair.a = bytes_of(*a_.text, passage.a_begin, passage.a_end);
  pair.b = bytes_of(*b.text, passage.b_begin, passage.b_end);
  pair.words = passage.same;
  const double enough = options_.relations.passage_share;
  if (share(words.quoted, words.all) >= enough) pair.kind = PassageKind::Quotation;
  if (share(words.recurring, words.all) >= enough) pair.kind = PassageKind::Boilerplate;
  return pair;
}

TextPair PairReader::judge(const PairSide& b, std::span<const WordPassage> passages) const {
  TextPair pair;
  SharedWords shared;
  std::vector<WordStretch> covered_a;
  uint32_t covered_b = 0;
  const std::vector<WordStretch> quoted_b =
      quoted_words(b.text->words.marks, static_cast<uint32_t>(b.words.hashes.size()));
  for (const WordPassage& passage : passages) {
    RunWords words;
    for (const WordRun& run : passage.runs) {
      const RunWords one = words_of(run, b, quoted_b);
      words.all += one.all;
      words.quoted += one.quoted;
      words.recurring += one.recurring;
      covered_a.push_back({run.a, run.a + run.length});
    }
    const uint32_t narration = (words.all - words.quoted - words.recurring) / 2;
    covered_b += words.all;
    shared.quotation += words.quoted / 2;
    shared.boilerplate += words.recurring / 2;
    shared.narration += narration;
    shared.longest_narration = std::max(shared.longest_narration, narration);
    shared.fillings += count_fillings(passage, a_, b, options_.passages.max_skip);
    pair.passages.push_back(shown(passage, words, b));
  }
  const uint32_t weight_a = weight_covered(a_.words.hashes, std::move(covered_a));
  pair.covered_a = share(weight_a, a_.weight);
  pair.covered_b = share(covered_b, b.weight);
  shared.words_a = a_.weight / 2;
  shared.words_b = b.weight / 2;
  shared.covered_a = weight_a / 2;
  shared.covered_b = covered_b / 2;
  shared.same_outlet = a_.outlet != 0 && a_.outlet == b.outlet;
  shared.other_outlet = a_.outlet != 0 && b.outlet != 0 && a_.outlet != b.outlet;
  if (a_.day != kNoDay && b.day != kNoDay) shared.days_apart = std::abs(b.day - a_.day);
  pair.relation = judge_relation(shared, options_.relations);
  pair.one_account = is_one_account(pair.relation, shared, options_.relations);
  return pair;
}

}  // namespace verbale
