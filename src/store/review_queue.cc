#include "store/review_queue.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <memory>

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
    "e.doubt, e.importance, e.reasons FROM entries e JOIN texts t ON t.row = e.text "
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
  void add_deciding(Conditions& where) const {
    where.add("d.withdrawn_at IS NULL AND d.verdict <> 'comment' AND d.entry <> ''", {});
    if (!filter_.reviewer.empty()) where.add("d.reviewer = ?", {filter_.reviewer});
  }

  int64_t count_decided() const {
    Conditions where;
    add_deciding(where);
    Query query = database_.query("SELECT count(DISTINCT d.entry) FROM decisions d" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  }

  void add_wanted(Conditions& where) const {
    if (filter_.layer) {
      where.add(fmt::format("e.layer = {}", static_cast<int>(*filter_.layer)), {});
    } else {
      where.add("e.layer < 5", {});
    }
    if (!filter_.document.empty()) {
      where.add("e.text IN (SELECT text FROM publications WHERE name = ? OR id = ?)",
                {filter_.document, filter_.document});
    }
  }

  void read_open(Queue& queue) {
    Conditions where;
    add_wanted(where);
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
    for (QueueItem& item : queue.items) {
      set_context(item);
      add_decisions(item);
    }
  }

  // The latest first; also what was rejected, as it was.
  void read_decided(Queue& queue) {
    std::vector<std::string> ids;
    if (filter_.disputed) {
      const std::vector<std::string> all = disputed_ids();
      queue.total = static_cast<int64_t>(all.size());
      const size_t first = std::min(all.size(), static_cast<size_t>(std::max<int64_t>(filter_.offset, 0)));
      const size_t rest = all.size() - first;
      const size_t most = filter_.limit < 0 ? rest : std::min(rest, static_cast<size_t>(filter_.limit));
      ids.assign(all.begin() + static_cast<std::ptrdiff_t>(first), all.begin() + static_cast<std::ptrdiff_t>(first + most));
    } else {
      queue.total = count_wanted();
      ids = decided_ids("", fmt::format(" LIMIT {} OFFSET {}", filter_.limit, filter_.offset));
    }
    for (const std::string& id : ids) {
      if (std::optional<QueueItem> item = decided_item(id)) queue.items.push_back(std::move(*item));
    }
  }

  // Entries decided about that the filter lets through: those of the record and those that were rejected.
  Conditions decided() const {
    Conditions where;
    add_deciding(where);
    Conditions about;
    add_wanted(about);
    const std::string same = about.sql() + " AND e.id = d.entry";
    const std::string sql = fmt::format(
        "(EXISTS (SELECT 1 FROM entries e{0}) OR EXISTS (SELECT 1 FROM retired e{0}))", same);
    if (filter_.document.empty()) {
      where.add(sql, {});
    } else {
      where.add(sql, {filter_.document, filter_.document, filter_.document, filter_.document});
    }
    return where;
  }

  int64_t count_wanted() const {
    const Conditions where = decided();
    Query query = database_.query("SELECT count(DISTINCT d.entry) FROM decisions d" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  }

  std::vector<std::string> decided_ids(std::string_view having, std::string_view page) const {
    const Conditions where = decided();
    Query query = database_.query(fmt::format(
        "SELECT d.entry FROM decisions d{} GROUP BY d.entry{} ORDER BY max(d.at) DESC, d.entry{}",
        where.sql(), having, page));
    where.bind(query);
    std::vector<std::string> ids;
    while (query.step()) ids.emplace_back(query.text(0));
    return ids;
  }

  // Who disagree are several, whoever's queue is asked for.
  std::vector<std::string> disputed_ids() const {
    std::vector<std::string> ids = decided_ids(
        " HAVING (SELECT count(DISTINCT o.reviewer) FROM decisions o WHERE o.entry = d.entry AND o.withdrawn_at IS NULL "
        "AND o.verdict <> 'comment') > 1",
        "");
    std::erase_if(ids, [&](const std::string& id) {
      DecisionFilter about;
      about.entry = id;
      return !is_disputed(load_decisions(database_, about));
    });
    return ids;
  }

  std::optional<QueueItem> decided_item(const std::string& id) {
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
      Query query = database_.query(columns + " WHERE e.id = ?");
      if (!query.bind(1, id).step()) continue;
      QueueItem item = item_of(query);
      item.rejected = gone;
      add_decisions(item);
      if (gone) item.place = item.decisions.front().place;
      set_context(item);
      return item;
    }
    return std::nullopt;
  }

  static QueueItem item_of(const Query& query) {
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
    return item;
  }

  // A text and where its characters stand; items of a page are mostly of few texts.
  struct IndexedText {
    explicit IndexedText(std::string text) : content(std::move(text)), index(content) {}
    IndexedText(const IndexedText&) = delete;
    const std::string content;
    const CodePointIndex index;
  };

  const IndexedText& text_of(int64_t row) {
    std::unique_ptr<const IndexedText>& text = texts_[row];
    if (!text) {
      Query query = database_.query("SELECT content FROM texts WHERE row = ?");
      query.bind(1, row).step();
      text = std::make_unique<IndexedText>(std::string(query.text(0)));
    }
    return *text;
  }

  // The lines around, cut where they are very long.
  void set_context(QueueItem& item) {
    const IndexedText& indexed = text_of(item.entry.text);
    const std::string_view text = indexed.content;
    const CodePointIndex& index = indexed.index;
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
    item.disputed = is_disputed(item.decisions);
  }

  static bool is_disputed(std::vector<Decision> decisions) {
    if (decisions.size() < 2) return false;
    const ReviewedText review{std::move(decisions), {}};
    const CaseBook book(review);
    for (size_t layer = 0; layer < kLayers; ++layer) {
      for (const ReviewCase& decided : book.cases(static_cast<Layer>(layer))) {
        if (book.rule_on(decided).disputed) return true;
      }
    }
    return false;
  }

  const Database& database_;
  const QueueFilter& filter_;
  std::map<int64_t, std::unique_ptr<const IndexedText>> texts_;
};

}  // namespace

Result<Queue> review_queue(const Record& record, const QueueFilter& filter) {
  return guarded<Queue>([&] { return QueueReader(record.database(), filter).read(); });
}

}  // namespace verbale
