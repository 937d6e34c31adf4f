#include "review/queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/json_value.h"
#include "base/utf8.h"
#include "decisions/cases.h"
#include "store/conditions.h"
#include "store/decision_rows.h"
#include "store/guarded.h"

namespace verbale {
namespace {

constexpr uint32_t kMostContext = 400;  // code points beside the entry, on each side

constexpr std::string_view kColumns =
    "SELECT e.id, e.layer, p.name, p.id, coalesce(e.date, p.published), p.side, p.outlet, e.body, "
    "e.text, e.start, e.\"end\", "
    "e.doubt, e.importance, e.reasons, t.content FROM entries e JOIN texts t ON t.row = e.text "
    "JOIN publications p ON p.row = t.publication";

class QueueReader {
 public:
  QueueReader(const Database& database, const QueueFilter& filter)
      : database_(database), filter_(filter) {}

  Queue read() {
    Queue queue;
    queue.decided = count_decided();
    if (filter_.decided || filter_.disputed) {
      read_decided(queue);
    } else {
      read_open(queue);
    }
    return queue;
  }

 private:
  static std::string column(const Query& query, int number) {
    return std::string(query.text(number));
  }

  // A decision of the reviewer, or of anybody, that settles something.
  Conditions deciding() const {
    Conditions where;
    where.add("withdrawn_at IS NULL AND verdict <> 'comment' AND entry <> ''", {});
    if (!filter_.reviewer.empty()) where.add("reviewer = ?", {filter_.reviewer});
    return where;
  }

  int64_t count_decided() const {
    const Conditions where = deciding();
    Query query = database_.query("SELECT count(DISTINCT entry) FROM decisions" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  }

  Conditions wanted() const {
    Conditions where;
    if (filter_.layer) {
      where.add(fmt::format("e.layer = {}", static_cast<int>(*filter_.layer)), {});
    } else {
      where.add("e.layer < 5", {});
    }
    if (!filter_.document.empty()) {
      where.add("e.text IN (SELECT text FROM publications WHERE name = ? OR id = ?)",
                {filter_.document, filter_.document});
    }
    return where;
  }

  void read_open(Queue& queue) {
    Conditions where = wanted();
    const std::string undecided =
        "NOT EXISTS (SELECT 1 FROM decisions d WHERE d.entry = e.id AND d.withdrawn_at IS NULL AND "
        "d.verdict <> 'comment'";
    if (filter_.reviewer.empty()) {
      where.add(undecided + ")", {});
    } else {
      where.add(undecided + " AND d.reviewer = ?)", {filter_.reviewer});
    }
    Query count = database_.query("SELECT count(*) FROM entries e" + where.sql());
    where.bind(count);
    count.step();
    queue.total = count.number(0);
    Query query =
        database_.query(fmt::format("{}{} ORDER BY e.doubt * e.importance DESC, e.importance DESC, "
                                    "e.id DESC LIMIT {} OFFSET {}",
                                    kColumns, where.sql(), filter_.limit, filter_.offset));
    where.bind(query);
    while (query.step()) queue.items.push_back(item_of(query));
    for (QueueItem& item : queue.items) add_decisions(item);
  }

  // The latest first; also what was rejected, as it was.
  void read_decided(Queue& queue) {
    const Conditions where = deciding();
    Query query = database_.query("SELECT entry FROM decisions" + where.sql() +
                                  " GROUP BY entry ORDER BY max(at) DESC, entry");
    where.bind(query);
    int64_t seen = 0;
    while (query.step()) {
      const std::string id = column(query, 0);
      if (!is_wanted(id) || (filter_.disputed && !is_disputed(id))) continue;
      const bool shown = seen >= filter_.offset && (filter_.limit < 0 || seen < filter_.offset + filter_.limit);
      ++seen;
      if (!shown) continue;
      if (std::optional<QueueItem> item = decided_item(id)) queue.items.push_back(std::move(*item));
    }
    queue.total = seen;
  }

  // Also one that was rejected; without looking at its text.
  bool is_wanted(const std::string& id) const {
    Conditions where = wanted();
    where.add("e.id = ?", {id});
    Query query = database_.query(
        "SELECT 1 FROM (SELECT id, layer, text FROM entries UNION ALL SELECT id, layer, text FROM retired) e" +
        where.sql());
    where.bind(query);
    return query.step();
  }

  bool is_disputed(const std::string& id) const {
    DecisionFilter about;
    about.entry = id;
    return disputed(load_decisions(database_, about));
  }

  // All are about one entry.
  static bool disputed(const std::vector<Decision>& decisions) {
    if (decisions.size() < 2) return false;
    const ReviewedText review{decisions, {}};
    const CaseBook book(review);
    return std::ranges::any_of(book.cases(decisions.front().layer),
                               [&](const ReviewCase& decided) { return book.rule_on(decided).disputed; });
  }

  std::optional<QueueItem> decided_item(const std::string& id) {
    Conditions where = wanted();
    where.add("e.id = ?", {id});
    for (const bool gone : {false, true}) {
      std::string columns(kColumns);
      if (gone) {
        const std::string table =
            "(SELECT id, layer, NULL AS date, body, text, 0 AS start, 0 AS \"end\", 0 AS doubt, 0 "
            "AS importance, "
            "NULL AS reasons FROM retired)";
        columns.replace(columns.find("entries e"), std::string_view("entries e").size(),
                        table + " e");
      }
      Query query = database_.query(columns + where.sql());
      where.bind(query);
      if (!query.step()) continue;
      QueueItem item = item_of(query);
      item.rejected = gone;
      add_decisions(item);
      if (gone) {
        item.place = item.decisions.front().place;
        set_context(item, query.text(14));
      }
      return item;
    }
    return std::nullopt;
  }

  QueueItem item_of(const Query& query) {
    QueueItem item;
    item.entry = {column(query, 0), static_cast<Layer>(query.number(1)),
                  column(query, 2), column(query, 3),
                  column(query, 4), column(query, 5),
                  column(query, 6), column(query, 7),
                  query.number(8)};
    item.place = {static_cast<uint32_t>(query.number(9)), static_cast<uint32_t>(query.number(10))};
    item.doubt = static_cast<int>(query.number(11));
    item.importance = static_cast<int>(query.number(12));
    const JsonValue reasons = JsonValue::parse(query.text(13)).value_or(JsonValue());
    for (const JsonValue& reason : reasons.items) item.reasons.push_back(reason.text);
    set_context(item, query.text(14));
    return item;
  }

  // The lines around, cut where they are very long.
  void set_context(QueueItem& item, std::string_view content) {
    if (!index_ || indexed_ != item.entry.text) {
      text_ = content;
      index_.emplace(text_);
      indexed_ = item.entry.text;
    }
    const std::string_view text = text_;
    const CodePointIndex& index = *index_;
    const uint32_t begin = index.to_bytes(item.place.start);
    const uint32_t end = index.to_bytes(item.place.end);
    const size_t line = text.find_last_of("\r\n", begin == 0 ? 0 : begin - 1);
    const size_t line_end = std::min(text.find_first_of("\r\n", end), text.size());
    uint32_t from = begin == 0 || line == std::string_view::npos
                        ? 0
                        : index.to_code_points(static_cast<uint32_t>(line) + 1);
    uint32_t to = index.to_code_points(static_cast<uint32_t>(line_end));
    from = std::max(from, item.place.start - std::min(item.place.start, kMostContext));
    to = std::min(to, item.place.end + kMostContext);
    item.context_start = from;
    item.context = text.substr(index.to_bytes(from), index.to_bytes(to) - index.to_bytes(from));
  }

  void add_decisions(QueueItem& item) const {
    DecisionFilter about;
    about.entry = item.entry.id;
    item.decisions = load_decisions(database_, about);
    item.disputed = disputed(item.decisions);
  }

  const Database& database_;
  const QueueFilter& filter_;
  std::string text_;  // of row `indexed_`: the next item is often of it
  std::optional<CodePointIndex> index_;
  int64_t indexed_ = 0;
};

}  // namespace

Result<Queue> review_queue(const Record& record, const QueueFilter& filter) {
  return guarded<Queue>([&] { return QueueReader(record.database(), filter).read(); });
}

Result<std::vector<std::pair<std::string, int64_t>>> list_reviewers(const Record& record) {
  return guarded<std::vector<std::pair<std::string, int64_t>>>([&] {
    std::vector<std::pair<std::string, int64_t>> reviewers;
    Query query = record.database().query(
        "SELECT reviewer, count(*) FILTER (WHERE withdrawn_at IS NULL) FROM decisions GROUP BY "
        "reviewer ORDER BY reviewer");
    while (query.step()) reviewers.emplace_back(query.text(0), query.number(1));
    return reviewers;
  });
}

}  // namespace verbale
