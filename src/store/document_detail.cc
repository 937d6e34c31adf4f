#include "store/document_detail.h"

#include <fmt/format.h>

#include <map>

#include "store/guarded.h"

namespace verbale {
namespace {

std::string full_name(const Database& database, std::string_view asked) {
  Query query = database.query(
      "SELECT name FROM publications WHERE name = ?1 OR id = ?1 UNION ALL SELECT name FROM publications "
      "WHERE length(?1) > 3 AND substr(id, 1, length(?1)) = ?1 AND id <> ?1 AND name <> ?1 LIMIT 2");
  query.bind(1, asked);
  if (!query.step()) {
    throw DatabaseError{{std::string(asked), "is no document of the record",
                         "`verbale documents` lists their names and ids"}};
  }
  return std::string(query.text(0));
}

void read_entries(const Database& database, DocumentDetail& detail) {
  std::map<std::string, std::string> own;  // empty: it has none
  Query differences = database.query(
      "SELECT entry, body FROM readings r JOIN publications p ON p.row = r.publication WHERE p.id = ?");
  differences.bind(1, detail.row.id);
  while (differences.step()) own.emplace(differences.text(0), differences.text(1));
  Query entries = database.query(
      "SELECT e.layer, e.id, e.body FROM entries e JOIN publications p ON p.text = e.text WHERE p.id = ? "
      "ORDER BY e.layer, e.ordinal");
  entries.bind(1, detail.row.id);
  while (entries.step()) {
    const std::map<std::string, std::string>::const_iterator mine = own.find(std::string(entries.text(1)));
    std::string body(mine == own.end() ? entries.text(2) : std::string_view(mine->second));
    if (!body.empty()) detail.entries[static_cast<size_t>(entries.number(0))].push_back(std::move(body));
  }
}

std::vector<std::pair<std::string, int64_t>> counts(const Database& database, std::string_view sql) {
  std::vector<std::pair<std::string, int64_t>> all;
  Query query = database.query(sql);
  while (query.step()) all.emplace_back(query.text(0), query.number(1));
  return all;
}

}  // namespace

Result<DocumentDetail> find_document_detail(const Record& record, std::string_view asked) {
  DocumentDetail detail;
  EntryFilter filter;
  const Result<void> named = guarded<void>([&] { filter.document = full_name(record.database(), asked); });
  if (!named) return std::unexpected(named.error());
  const Result<void> listed =
      record.each_document(filter, [&](const ListedDocument& row) { detail.row = row; });
  if (!listed) return std::unexpected(listed.error());
  return guarded<DocumentDetail>([&] {
    const Database& database = record.database();
    Query text = database.query(
        "SELECT t.content, p.furniture FROM publications p JOIN texts t ON t.row = p.text WHERE p.id = ?");
    text.bind(1, detail.row.id).step();
    detail.text = text.text(0);
    detail.furniture = text.text(1);
    read_entries(database, detail);
    Query others = database.query(
        "SELECT o.name FROM publications p JOIN publications o ON o.text = p.text AND o.row <> p.row "
        "WHERE p.id = ? ORDER BY o.name");
    others.bind(1, detail.row.id);
    while (others.step()) detail.same_text.emplace_back(others.text(0));
    return std::move(detail);
  });
}

Result<RecordSummary> summarise(const Record& record) {
  return guarded<RecordSummary>([&] {
    const Database& database = record.database();
    RecordSummary summary;
    summary.documents = database.number("SELECT count(*) FROM publications");
    summary.meetings = database.number("SELECT count(*) FROM meetings");
    summary.visits = database.number("SELECT count(*) FROM visits");
    summary.statements = database.number("SELECT count(*) FROM entries WHERE layer = 0");
    summary.commitments = database.number("SELECT count(*) FROM entries WHERE layer = 2");
    summary.states = counts(database,
                            "SELECT e.key, count(DISTINCT p.row) FROM entries e JOIN publications p ON p.text "
                            "= e.text WHERE e.layer = 7 AND e.kind = 'state' GROUP BY 1 ORDER BY 2 DESC, 1");
    summary.sides = counts(database,
                           "SELECT side, count(*) FROM publications WHERE side IS NOT NULL GROUP BY 1 "
                           "ORDER BY 2 DESC, 1");
    return summary;
  });
}

}  // namespace verbale
