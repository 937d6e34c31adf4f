#include "store/search.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>
#include <utility>

#include "base/utf8.h"
#include "store/guarded.h"
#include "store/search_counts.h"
#include "store/search_plan.h"
#include "store/search_rows.h"
#include "store/search_scan.h"
#include "store/search_words.h"

namespace verbale {
namespace {

// A day with more hits than this is put in order piece by piece.
constexpr size_t kSortedHits = 10000;
// Where the index is not sure, so many candidates are looked at to count what fits: fewer where that takes their text.
constexpr int64_t kExamined = 10000;
constexpr int64_t kExaminedTexts = 4000;

// Makes hits of keys.
class HitMaker {
 public:
  HitMaker(const Database& database, const SearchNode& query, const SearchPlan& plan)
      : query_(query), plan_(plan), reader_(database),
        document_(database.query("SELECT p.name, p.id, p.published, p.side, p.outlet, p.title FROM texts t JOIN publications p ON "
                                 "p.row = t.publication WHERE t.row = ?")),
        entry_(database.query("SELECT id, start, \"end\", layer, ordinal, act, kind FROM entries WHERE row = ?")),
        actors_(database.query(fmt::format(
            "SELECT a.actor, n.body ->> '$.name' FROM entry_actors a LEFT JOIN entries n ON n.text = ?1 AND n.layer = {} "
            "AND n.key = a.actor WHERE a.entry = ?2 AND a.relation = ?3 ORDER BY a.actor", static_cast<int>(Layer::Actor)))) {}

  // Name of the document, start of the passage: what hits of one day are sorted by.
  std::pair<std::string, int64_t> place(int64_t row) {
    const PassageKey key = unpack(row);
    const auto [known, fresh] = names_.try_emplace(key.text);
    if (fresh) {
      document_.bind(1, key.text).step();
      known->second = document_.text(0);
      document_.reset();
    }
    return {known->second, key.ordinal};
  }

  SearchHit make(int64_t row) {
    const PassageRow& passage = reader_.read(row);
    SearchHit hit;
    document_.bind(1, passage.text).step();
    hit.document = document_.text(0);
    hit.document_id = document_.text(1);
    hit.date = document_.text(2);
    hit.side = document_.text(3);
    hit.outlet = document_.text(4);
    hit.title = document_.text(5);
    document_.reset();
    hit.text = reader_.words_of(passage);
    hit.start = passage.start;
    hit.words = find_words(query_, hit.text);
    hit.entries = entries(passage, hit);
    return hit;
  }

 private:
  // The statements and commitments of a passage: those the fields ask for, else those that hold a word.
  std::vector<HitEntry> entries(const PassageRow& passage, const SearchHit& hit) {
    const EntryQuestion* question = plan_.entry_question();
    const CodePointIndex index(hit.text);
    std::vector<std::tuple<int64_t, int64_t, int64_t, HitEntry>> found;
    for (const EntryFacts& facts : passage.facts.entries) {
      if (!facts.listed || (question != nullptr && !question->fits(facts))) continue;
      entry_.bind(1, facts.entry);
      if (entry_.step() && (question != nullptr || holds_word(hit, index, entry_.number(1), entry_.number(2)))) {
        found.emplace_back(entry_.number(1), entry_.number(3), entry_.number(4), entry(passage.text, facts.entry));
      }
      entry_.reset();
    }
    std::ranges::sort(found, {}, [](const auto& one) {
      return std::tuple(std::get<0>(one), std::get<1>(one), std::get<2>(one));
    });
    std::vector<HitEntry> entries;
    for (auto& [start, layer, ordinal, entry] : found) entries.push_back(std::move(entry));
    return entries;
  }

  // The entry that entry_ stands on.
  HitEntry entry(int64_t text, int64_t row) {
    HitEntry entry;
    entry.id = entry_.text(0);
    entry.layer = static_cast<Layer>(entry_.number(3));
    const bool says = entry.layer == Layer::Statement;
    (says ? entry.act : entry.kind) = entry_.text(says ? 5 : 6);
    actors_.bind(1, text).bind(2, row).bind(3, says ? "speaker" : "by");
    while (actors_.step()) {
      const std::string_view name = actors_.text(1);
      entry.actors.emplace_back(actors_.text(0), name.empty() ? actors_.text(0) : name);
    }
    actors_.reset();
    return entry;
  }

  static bool holds_word(const SearchHit& hit, const CodePointIndex& index, int64_t start, int64_t end) {
    return std::ranges::any_of(hit.words, [&](Span word) {
      return hit.start + index.to_code_points(word.begin) < end && start < hit.start + index.to_code_points(word.end);
    });
  }

  const SearchNode& query_;
  const SearchPlan& plan_;
  PassageReader reader_;
  Query document_;
  Query entry_;
  Query actors_;
  std::map<int64_t, std::string> names_;  // of texts
};

// Takes keys day by day and gives on those of the page, each day's in the order of documents.
class PageCutter {
 public:
  PageCutter(HitMaker& hits, const SearchPage& page, std::vector<int64_t>& cut)
      : hits_(hits), cut_(cut), first_(page.offset),
        last_(page.limit < 0 ? std::numeric_limits<int64_t>::max() : page.offset + page.limit) {}

  // The page is complete.
  bool done() const { return passed_ >= last_; }

  void take(int64_t row) {
    const int64_t day = unpack(row).code;
    if (!group_.empty() && (day != day_ || group_.size() == kSortedHits)) finish();
    day_ = day;
    if (!done()) group_.push_back(row);
  }

  void finish() {
    const int64_t size = static_cast<int64_t>(group_.size());
    if (passed_ + size > first_ && !done()) {
      std::vector<std::pair<std::pair<std::string, int64_t>, int64_t>> order;
      for (const int64_t row : group_) order.emplace_back(hits_.place(row), row);
      std::ranges::sort(order);
      for (int64_t i = std::max<int64_t>(first_ - passed_, 0); i < std::min(size, last_ - passed_); ++i) {
        cut_.push_back(order[static_cast<size_t>(i)].second);
      }
    }
    passed_ += size;
    group_.clear();
  }

 private:
  HitMaker& hits_;
  std::vector<int64_t>& cut_;
  int64_t first_;
  int64_t last_;
  int64_t passed_ = 0;
  int64_t day_ = 0;
  std::vector<int64_t> group_;
};

class Searcher {
 public:
  Searcher(const Record& record, const SearchNode& query)
      : database_(record.database()), plan_(database_, query), scan_(database_, plan_), hits_(database_, query, plan_) {}

  SearchHit hit(int64_t row) { return hits_.make(row); }

  // The keys of the page. Where `count`, goes on behind it until all are counted or there are too many.
  std::vector<int64_t> find(const SearchPage& page, bool count) {
    if (page.order == SearchOrder::Closest) return find_closest(page);
    std::vector<int64_t> cut;
    PageCutter cutter(hits_, page, cut);
    scan_.each(page.order == SearchOrder::Newest, [&](int64_t row) {
      cutter.take(row);
      if (count) counted_.push_back(row);
      complete_ = !cutter.done() || (count && !too_many());
      return complete_;
    });
    cutter.finish();
    return cut;
  }

  void count(SearchAnswer& answer) {
    FacetCounter counter(plan_);
    PassageReader reader(database_);
    answer.exact = complete_;
    double factor = 1;
    if (answer.exact) {
      answer.total = static_cast<int64_t>(counted_.size());
      for (const int64_t row : counted_) counter.add(reader.read(row));
    } else {
      int64_t sampled = 0;
      factor = static_cast<double>(kSampled) * share_that_fits();
      scan_.each_sampled([&](int64_t row) {
        counter.add(reader.read(row));
        ++sampled;
      });
      answer.total = std::max<int64_t>(std::llround(static_cast<double>(sampled) * factor), std::ssize(counted_));
    }
    answer.facets = counter.facets(database_, factor);
    answer.unknown = plan_.unknown();
    answer.stale = database_.number("SELECT count(*) FROM stale_texts");
  }

 private:
  bool too_many() const {
    const int64_t bound = plan_.needs_text() ? kExaminedTexts : kExamined;
    return std::ssize(counted_) > kCountedHits || (!plan_.exact() && scan_.examined() > bound);
  }

  // Of the candidates; those of the sample are not looked at where that takes their text.
  double share_that_fits() const {
    if (!plan_.needs_text()) return 1;
    return static_cast<double>(counted_.size()) / static_cast<double>(std::max<int64_t>(scan_.examined(), 1));
  }

  std::vector<int64_t> find_closest(const SearchPage& page) {
    std::vector<std::pair<double, int64_t>> order;  // the closest first, then the newest
    scan_.each_scored([&](int64_t row, double score) {
      order.emplace_back(-score, -row);
      counted_.push_back(row);
      complete_ = !too_many();
      return complete_;
    });
    std::ranges::sort(order);
    std::vector<int64_t> cut;
    const int64_t size = static_cast<int64_t>(order.size());
    const int64_t last = page.limit < 0 ? size : std::min(size, page.offset + page.limit);
    for (int64_t i = page.offset; i < last; ++i) cut.push_back(-order[static_cast<size_t>(i)].second);
    return cut;
  }

  const Database& database_;
  SearchPlan plan_;
  PassageScan scan_;
  HitMaker hits_;
  std::vector<int64_t> counted_;
  bool complete_ = true;  // all that fit were seen
};

}  // namespace

Result<void> search(const Record& record, const SearchNode& query, const SearchPage& page,
                    const std::function<void(const SearchHit&)>& visit) {
  return guarded<void>([&] {
    Searcher searcher(record, query);
    for (const int64_t row : searcher.find(page, false)) visit(searcher.hit(row));
  });
}

Result<SearchAnswer> answer_search(const Record& record, const SearchNode& query, const SearchPage& page) {
  return guarded<SearchAnswer>([&] {
    SearchAnswer answer;
    Searcher searcher(record, query);
    for (const int64_t row : searcher.find(page, true)) answer.hits.push_back(searcher.hit(row));
    searcher.count(answer);
    return answer;
  });
}

}  // namespace verbale
