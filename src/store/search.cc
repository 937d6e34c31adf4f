#include "store/search.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "store/guarded.h"
#include "store/search_words.h"

namespace verbale {
namespace {

// Builds the condition on a passage (p) of a text (t) whose publication is d.
class ConditionBuilder {
 public:
  std::string build(const SearchNode& node) {
    switch (node.kind) {
      case SearchNode::Kind::Words: return words(node);
      case SearchNode::Kind::Range: return range(node);
      case SearchNode::Kind::Not: return fmt::format("NOT ({})", build(node.children[0]));
      case SearchNode::Kind::Or: return either(node);
      case SearchNode::Kind::And: return all(node);
      case SearchNode::Kind::Field: break;
    }
    if (is_entry_field(node.field)) return entry_is({&node});
    return document_field(node);
  }

  const std::vector<std::string>& values() const { return values_; }

  // The same condition on an entry (e) alone, for the entries of a passage; empty if nothing is asked.
  std::string entry_condition(const SearchNode& node) {
    std::vector<const SearchNode*> fields;
    if (node.kind == SearchNode::Kind::And) {
      for (const SearchNode& child : node.children) add_entry_field(child, fields);
    } else {
      add_entry_field(node, fields);
    }
    std::string sql;
    for (const SearchNode* field : fields) sql += " AND " + entry_field(*field);
    return sql;
  }

 private:
  std::string parameter(std::string value) {
    values_.push_back(std::move(value));
    return fmt::format("?{}", values_.size());
  }

  static void add_entry_field(const SearchNode& node, std::vector<const SearchNode*>& fields) {
    if (node.kind == SearchNode::Kind::Field && is_entry_field(node.field)) fields.push_back(&node);
  }

  std::string words(const SearchNode& node) {
    return fmt::format(
        "p.row IN (SELECT rowid FROM passage_words WHERE passage_words MATCH {})",
        parameter(match_expression(node)));
  }

  std::string either(const SearchNode& node) {
    std::string sql;
    for (const SearchNode& child : node.children) {
      sql += fmt::format("{}({})", sql.empty() ? "" : " OR ", build(child));
    }
    return sql;
  }

  // Fields of an entry that stand side by side are asked of one entry.
  std::string all(const SearchNode& node) {
    std::string sql;
    std::vector<const SearchNode*> fields;
    for (const SearchNode& child : node.children) {
      const size_t before = fields.size();
      add_entry_field(child, fields);
      if (fields.size() == before) {
        sql += fmt::format("{}({})", sql.empty() ? "" : " AND ", build(child));
      }
    }
    if (!fields.empty()) sql += (sql.empty() ? "" : " AND ") + entry_is(fields);
    return sql;
  }

  std::string entry_is(const std::vector<const SearchNode*>& fields) {
    std::string sql =
        "EXISTS (SELECT 1 FROM entries e WHERE e.text = p.text AND e.start < p.\"end\" AND "
        "e.\"end\" > p.start AND e.layer IN (0, 2, 3)";
    for (const SearchNode* field : fields) sql += " AND " + entry_field(*field);
    return sql + ")";
  }

  std::string entry_field(const SearchNode& node) {
    if (node.field == "act") return "e.act = " + parameter(to_lower(node.text));
    if (node.field == "kind") return "e.kind = " + parameter(to_lower(node.text));
    if (node.field == "state") {
      const std::string value = parameter(node.text);
      return fmt::format(
          "EXISTS (SELECT 1 FROM entry_actors a WHERE a.entry = e.row AND (a.state = upper({0}) OR "
          "a.state IN (SELECT key FROM entries WHERE layer = 7 AND kind = 'state' AND label = {1})))",
          value, parameter(fold(node.text)));
    }
    return fmt::format(
        "EXISTS (SELECT 1 FROM entry_actors a WHERE a.entry = e.row AND a.relation = {} AND "
        "(a.actor = {} OR a.actor IN (SELECT key FROM entries WHERE layer = 7 AND "
        "' ' || label || ' ' LIKE {})))",
        parameter(node.field), parameter(node.text), parameter("% " + fold(node.text) + " %"));
  }

  std::string document_field(const SearchNode& node) {
    if (node.field == "side") return "d.side = upper(" + parameter(node.text) + ")";
    if (node.field == "document") {
      const std::string value = parameter(node.text);
      return fmt::format("(d.name = {0} OR d.id = {0})", value);
    }
    if (node.field == "outlet") {
      return "d.outlet LIKE " + parameter("%" + node.text + "%");
    }
    if (node.field == "date") {
      return fmt::format("(d.published >= {} AND d.published <= {})", parameter(node.text),
                         parameter(node.text + "~"));
    }
    const std::string like = parameter("% " + fold(node.text) + " %");
    if (node.field == "framework") {
      return fmt::format(
          "EXISTS (SELECT 1 FROM entries e WHERE e.text = p.text AND e.start < p.\"end\" AND "
          "e.\"end\" > p.start AND e.layer = 5 AND ' ' || e.label || ' ' LIKE {})",
          like);
    }
    return fmt::format(
        "(EXISTS (SELECT 1 FROM entries e WHERE e.text = p.text AND e.layer = 3 AND "
        "' ' || e.label || ' ' LIKE {}) OR d.dateline LIKE {})",
        like, parameter("%" + node.text + "%"));
  }

  std::string range(const SearchNode& node) {
    std::string sql = "d.published IS NOT NULL";
    if (!node.text.empty()) sql += " AND d.published >= " + parameter(node.text);
    if (!node.to.empty()) sql += " AND d.published <= " + parameter(node.to + "~");
    return sql;
  }

  std::vector<std::string> values_;
};

void bind_values(Query& query, const std::vector<std::string>& values, int first) {
  for (size_t i = 0; i < values.size(); ++i) query.bind(first + static_cast<int>(i), values[i]);
}

// The statements and commitments of a passage: those the fields ask for, else those that hold a word.
class EntryFinder {
 public:
  EntryFinder(const Database& database, const SearchNode& query)
      : by_fields_(!builder_.entry_condition(query).empty()), query_(prepare(database, query)) {}

  std::vector<std::string> find(int64_t text, uint32_t start, uint32_t end,
                                const std::vector<Span>& words) {
    std::vector<std::string> ids;
    query_.bind(first_, text).bind(first_ + 1, start).bind(first_ + 2, end);
    while (query_.step()) {
      const int64_t begin = query_.number(1);
      const int64_t past = query_.number(2);
      const bool holds = std::ranges::any_of(
          words, [&](Span word) { return word.begin < past && begin < word.end; });
      if (by_fields_ || holds) ids.emplace_back(query_.text(0));
    }
    return ids;
  }

 private:
  Query prepare(const Database& database, const SearchNode& query) {
    ConditionBuilder builder;
    const std::string condition = builder.entry_condition(query);
    values_ = builder.values();
    first_ = static_cast<int>(values_.size()) + 1;
    Query prepared = database.query(fmt::format(
        "SELECT e.id, e.start, e.\"end\" FROM entries e WHERE e.text = ?{} AND e.\"end\" > ?{} AND "
        "e.start < ?{} AND e.layer IN (0, 2){} ORDER BY e.start, e.layer, e.ordinal",
        first_, first_ + 1, first_ + 2, condition));
    bind_values(prepared, values_, 1);
    return prepared;
  }

  ConditionBuilder builder_;
  bool by_fields_;
  std::vector<std::string> values_;
  int first_ = 1;
  Query query_;
};

// Spans of bytes in the passage as spans of code points in the text.
std::vector<Span> in_text(const std::vector<Span>& words, std::string_view passage, uint32_t start) {
  const CodePointIndex index(passage);
  std::vector<Span> moved;
  for (const Span word : words) {
    moved.push_back({start + index.to_code_points(word.begin), start + index.to_code_points(word.end)});
  }
  return moved;
}

}  // namespace

Result<void> search(const Record& record, const SearchNode& node, int64_t limit,
                    const std::function<void(const SearchHit&)>& visit) {
  return guarded<void>([&] {
    ConditionBuilder builder;
    const std::string condition = builder.build(node);
    Query query = record.database().query(fmt::format(
        "SELECT d.name, d.published, d.side, d.outlet, t.content, p.start, p.\"end\", p.first_byte, "
        "p.last_byte, t.row FROM passages p JOIN texts t ON t.row = p.text JOIN publications d ON "
        "d.row = t.publication WHERE {} ORDER BY d.published IS NULL, d.published, d.name, p.start LIMIT {}",
        condition, limit));
    bind_values(query, builder.values(), 1);
    EntryFinder entries(record.database(), node);
    while (query.step()) {
      SearchHit hit;
      hit.document = query.text(0);
      hit.date = query.text(1);
      hit.side = query.text(2);
      hit.outlet = query.text(3);
      const size_t first = static_cast<size_t>(query.number(7));
      hit.text = query.text(4).substr(first, static_cast<size_t>(query.number(8)) - first);
      hit.start = static_cast<uint32_t>(query.number(5));
      hit.words = find_words(node, hit.text);
      hit.entries = entries.find(query.number(9), hit.start, static_cast<uint32_t>(query.number(6)),
                                 in_text(hit.words, hit.text, hit.start));
      visit(hit);
    }
  });
}

}  // namespace verbale
