// The steps in their order: words, classes of equal texts, fingerprints; pairs that share any;
// passages; judgement.
#include "reuse/reuse.h"

#include <algorithm>
#include <cstdlib>
#include <map>

#include "base/days.h"
#include "reuse/groups.h"
#include "reuse/join.h"
#include "reuse/pair_reader.h"
#include "reuse/parallel.h"
#include "reuse/text_table.h"

namespace verbale {
namespace {

// Passages of a pair of classes, which stay what they are whatever comes in later.
struct VerifiedPair {
  uint64_t classes = 0;
  std::vector<WordPassage> passages;
};

uint64_t key_of(uint32_t class_a, uint32_t class_b) { return uint64_t{class_a} << 32 | class_b; }

// All texts in the order of time; classes ranked by their earliest texts.
struct Ranking {
  std::vector<uint32_t> texts;     // by time
  std::vector<uint32_t> rank;      // of a class
  std::vector<uint32_t> earliest;  // text, by rank of its class
  std::vector<Fingerprinted>
      words;                     // by rank; in one row, for the join looks at them a million times
  std::vector<uint32_t> outlet;  // number of that text's outlet, by class; 0: not known
  std::vector<uint32_t> weight;  // by class
  std::vector<uint8_t> statement;  // by class: is one of its texts one?
  std::vector<int32_t> day;        // of the earliest text, by class
};

Ranking rank_texts(const TextTable& table, std::span<const std::vector<Fingerprint>> fingerprints) {
  constexpr uint32_t kNone = ~0u;
  Ranking ranking;
  ranking.texts = texts_by_time(table);
  ranking.rank.assign(table.classes().size(), kNone);
  ranking.outlet.resize(table.classes().size());
  ranking.weight.resize(table.classes().size());
  ranking.statement.resize(table.classes().size());
  ranking.day.resize(table.classes().size());
  std::map<std::string_view, uint32_t> outlets{{"", 0}};
  for (const uint32_t text : ranking.texts) {
    const uint32_t of = table.text(text).text_class;
    if (table.text(text).statement) ranking.statement[of] = 1;
    if (ranking.rank[of] != kNone) continue;
    ranking.rank[of] = static_cast<uint32_t>(ranking.earliest.size());
    ranking.earliest.push_back(text);
    ranking.words.push_back({table.hashes(of), fingerprints[of]});
    const uint32_t next = static_cast<uint32_t>(outlets.size());
    ranking.outlet[of] = outlets.emplace(table.text(text).outlet, next).first->second;
    ranking.weight[of] = weight_of(table.hashes(of));
    ranking.day[of] = day_number(table.text(text).date);
  }
  return ranking;
}

TextPair exact_pair(const TextTable& table, uint32_t earliest, uint32_t other,
                    const RelationOptions& options) {
  const ComparedText& a = table.text(earliest);
  const ComparedText& b = table.text(other);
  const auto whole = [](const ComparedText& text) {
    const std::vector<uint32_t>& begins = text.words.begins;
    return Span{begins.front(), word_end(text.text, begins.back())};
  };
  const int32_t day_a = day_number(a.date);
  const int32_t day_b = day_number(b.date);
  SharedWords shared;
  shared.words_a = shared.words_b = weight_of(table.hashes(a.text_class)) / 2;
  if (day_a != kNoDay && day_b != kNoDay) shared.days_apart = std::abs(day_b - day_a);
  TextPair pair;
  pair.a = static_cast<int32_t>(earliest);
  pair.b = static_cast<int32_t>(other);
  pair.relation = Relation::Exact;
  pair.one_account = is_one_account(pair.relation, shared, options);
  pair.covered_a = pair.covered_b = 1;
  const uint32_t words = static_cast<uint32_t>(a.words.begins.size());
  pair.passages = {{whole(a), whole(b), words, PassageKind::Narration}};
  return pair;
}

}  // namespace

struct ReuseIndex::Parts {
  ReuseOptions options;
  TextTable table;
  FingerprintIndex index;
  std::vector<std::vector<Fingerprint>> fingerprints;  // by class
  std::vector<VerifiedPair> verified;                  // by classes

  void index_classes(uint32_t first);
  void add_exact_pairs(const Ranking& ranking, std::vector<TextPair>& pairs) const;
  PairSide side_of(const Ranking& ranking, uint32_t rank) const;
  std::vector<WordPassage> passages_of(const PairReader& reader, const PairSide& a,
                                       const PairSide& b) const;
  void read_pairs(const Ranking& ranking, std::vector<TextPair>& pairs);
};

void ReuseIndex::Parts::index_classes(uint32_t first) {
  const size_t count = table.classes().size() - first;
  const size_t threads = static_cast<size_t>(std::max(options.threads, 1));
  std::vector<PostingBatch> batches(threads);
  std::vector<FingerprintMaker> makers(threads, FingerprintMaker(options.fingerprints));
  fingerprints.resize(first + count);
  for_each_number(count, options.threads, 16, [&](int thread, size_t i) {
    const uint32_t of = first + static_cast<uint32_t>(i);
    std::vector<Fingerprint> made;
    makers[static_cast<size_t>(thread)].add(table.hashes(of), made);
    batches[static_cast<size_t>(thread)].add(of, made);
    fingerprints[of] =
        std::vector<Fingerprint>(made.begin(), made.end());  // no more room than it needs
  });
  index.add(batches, options.threads);
}

void ReuseIndex::Parts::add_exact_pairs(const Ranking& ranking,
                                        std::vector<TextPair>& pairs) const {
  for (const uint32_t text : ranking.texts) {
    const uint32_t of = table.text(text).text_class;
    const uint32_t earliest = ranking.earliest[ranking.rank[of]];
    if (text == earliest || table.hashes(of).empty()) continue;
    pairs.push_back(exact_pair(table, earliest, text, options.relations));
  }
}

PairSide ReuseIndex::Parts::side_of(const Ranking& ranking, uint32_t rank) const {
  const ComparedText& text = table.text(ranking.earliest[rank]);
  const uint32_t of = text.text_class;
  return {&text, ranking.words[rank], ranking.outlet[of], ranking.weight[of], ranking.day[of]};
}

std::vector<WordPassage> ReuseIndex::Parts::passages_of(const PairReader& reader, const PairSide& a,
                                                        const PairSide& b) const {
  const uint64_t key = key_of(a.text->text_class, b.text->text_class);
  const auto known =
      std::lower_bound(verified.begin(), verified.end(), key,
                       [](const VerifiedPair& pair, uint64_t k) { return pair.classes < k; });
  if (known != verified.end() && known->classes == key) return known->passages;
  return reader.passages_with(b);
}

void ReuseIndex::Parts::read_pairs(const Ranking& ranking, std::vector<TextPair>& pairs) {
  const TextFacts facts{ranking.rank, ranking.outlet, ranking.statement, ranking.day};
  const ProposalOptions proposals{options.max_texts, options.relations.recurring_texts};
  const MarkedFingerprints marked(index, facts, proposals, options.threads);
  Anchors anchors(index, facts, proposals, options.threads);
  std::vector<std::vector<TextPair>> found(Anchors::kParts);
  std::vector<std::vector<VerifiedPair>> now(Anchors::kParts);
  for_each_number(Anchors::kParts, options.threads, 1, [&](int, size_t part) {
    const auto accept = [&](const Anchor& anchor) {
      return worth_reading(ranking.words[anchor.a].hashes, anchor.word_a,
                           ranking.words[anchor.b].hashes, anchor.word_b, options.passages);
    };
    const auto prefetch = [&](const Anchor& anchor) {
      __builtin_prefetch(&ranking.words[anchor.b].hashes[anchor.word_b]);
    };
    const auto visit = [&](uint32_t rank_a, std::span<const uint32_t> later) {
      const PairSide a = side_of(ranking, rank_a);
      const PairReader reader(a, marked, options);
      for (const uint32_t rank_b : later) {
        const PairSide b = side_of(ranking, rank_b);
        std::vector<WordPassage> passages = passages_of(reader, a, b);
        if (passages.empty()) continue;
        TextPair& pair = found[part].emplace_back(reader.judge(b, passages));
        pair.a = static_cast<int32_t>(ranking.earliest[rank_a]);
        pair.b = static_cast<int32_t>(ranking.earliest[rank_b]);
        now[part].push_back({key_of(a.text->text_class, b.text->text_class), std::move(passages)});
      }
    };
    visit_pairs(anchors.take_part(part), prefetch, accept, visit);
  });
  verified.clear();
  for (size_t part = 0; part < Anchors::kParts; ++part) {
    std::move(found[part].begin(), found[part].end(), std::back_inserter(pairs));
    std::move(now[part].begin(), now[part].end(), std::back_inserter(verified));
  }
  std::sort(verified.begin(), verified.end(),
            [](const VerifiedPair& x, const VerifiedPair& y) { return x.classes < y.classes; });
}

ReuseIndex::ReuseIndex(const ReuseOptions& options) : parts_(std::make_unique<Parts>()) {
  parts_->options = options;
}
ReuseIndex::ReuseIndex(ReuseIndex&&) noexcept = default;
ReuseIndex::~ReuseIndex() = default;

void ReuseIndex::add(std::span<const ReuseText> texts) {
  std::vector<TextWords> words(texts.size());
  for_each_number(texts.size(), parts_->options.threads, 16,
                  [&](int, size_t i) { words[i] = read_words(texts[i].text, texts[i].furniture); });
  const uint32_t first_class = static_cast<uint32_t>(parts_->table.classes().size());
  for (size_t i = 0; i < texts.size(); ++i) {
    const ReuseText& text = texts[i];
    parts_->table.add({std::string(text.id), text.text, std::string(text.outlet),
                       std::string(text.date), text.statement, std::move(words[i])});
  }
  parts_->index_classes(first_class);
}

Reuse ReuseIndex::result() {
  const Ranking ranking = rank_texts(parts_->table, parts_->fingerprints);
  Reuse reuse;
  parts_->add_exact_pairs(ranking, reuse.pairs);
  parts_->read_pairs(ranking, reuse.pairs);
  std::vector<uint32_t> place(ranking.texts.size());
  for (uint32_t i = 0; i < place.size(); ++i) place[ranking.texts[i]] = i;
  std::sort(reuse.pairs.begin(), reuse.pairs.end(), [&](const TextPair& x, const TextPair& y) {
    const auto key = [&](const TextPair& pair) {
      return std::pair(place[static_cast<size_t>(pair.a)], place[static_cast<size_t>(pair.b)]);
    };
    return key(x) < key(y);
  });
  reuse.groups = group_copies(reuse.pairs, ranking.texts);
  return reuse;
}

Reuse find_reuse(std::span<const ReuseText> texts, const ReuseOptions& options) {
  ReuseIndex index(options);
  index.add(texts);
  return index.result();
}

}  // namespace verbale
