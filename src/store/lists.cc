#include "store/lists.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

#include "base/utf8.h"
#include "store/conditions.h"
#include "store/guarded.h"
#include "store/load_stored.h"
#include "store/schema.h"

namespace verbale {
namespace {

// Actor ids that a name may mean: the id itself, or all words of it in a name.
constexpr std::string_view kSpeakerIs =
    "EXISTS (SELECT 1 FROM entry_actors a WHERE a.entry = e.row AND a.relation IN ('speaker', 'self', "
    "'participant') AND (a.actor = ? OR a.actor IN (SELECT key FROM entries WHERE layer = 7 AND "
    "' ' || label || ' ' LIKE ?)))";

constexpr std::string_view kPublicationIs =
    "EXISTS (SELECT 1 FROM publications d WHERE d.text = e.text AND ";

void add_entry_conditions(Conditions& where, Layer layer, const EntryFilter& filter) {
  if (!filter.side.empty()) where.add(fmt::format("{}d.side = ?)", kPublicationIs), {filter.side});
  if (!filter.document.empty()) {
    where.add(fmt::format("{}(d.name = ? OR d.id = ?))", kPublicationIs),
              {filter.document, filter.document});
  }
  if (!filter.speaker.empty()) {
    where.add(kSpeakerIs, {filter.speaker, "% " + fold(filter.speaker) + " %"});
  }
  if (!filter.act.empty()) where.add("e.act = ?", {filter.act});
  if (!filter.kind.empty()) where.add("e.kind = ?", {filter.kind});
  if (!filter.state.empty() && layer != Layer::Framework) {
    where.add("EXISTS (SELECT 1 FROM entry_actors a WHERE a.entry = e.row AND a.state = ?)",
              {filter.state});
  } else if (!filter.state.empty()) {
    // A framework is named by nobody in particular: what counts is that the text names the state.
    where.add("EXISTS (SELECT 1 FROM entries s WHERE s.text = e.text AND s.layer = 7 AND s.key = ?)",
              {filter.state});
  }
  if (!filter.from.empty()) where.add("coalesce(e.date, p.published) >= ?", {filter.from});
  if (!filter.to.empty()) where.add("coalesce(e.date, p.published) <= ?", {range_end(filter.to)});
}

void add_document_conditions(Conditions& where, const EntryFilter& filter) {
  if (!filter.side.empty()) where.add("p.side = ?", {filter.side});
  if (!filter.document.empty()) {
    where.add("(p.name = ? OR p.id = ?)", {filter.document, filter.document});
  }
  if (!filter.kind.empty()) where.add("p.report_kind = ?", {filter.kind});
  if (!filter.state.empty()) {
    where.add("EXISTS (SELECT 1 FROM entries s WHERE s.text = p.text AND s.layer = 7 AND s.key = ?)",
              {filter.state});
  }
  if (!filter.from.empty()) where.add("p.published >= ?", {filter.from});
  if (!filter.to.empty()) where.add("p.published <= ?", {range_end(filter.to)});
}

std::string column(const Query& query, int number) { return std::string(query.text(number)); }

// The one id that begins so; throws where there is none or more than one.
std::string full_id(const Database& database, std::string_view id) {
  if (id.size() < 4) {
    throw DatabaseError{{std::string(id), "is no id", "ids stand at the end of each line of the lists"}};
  }
  Query query = database.query(
      "SELECT id FROM entries WHERE id >= ?1 AND id < ?1 || '~' UNION "
      "SELECT id FROM retired WHERE id >= ?1 AND id < ?1 || '~' LIMIT 2");
  query.bind(1, id);
  if (!query.step()) {
    throw DatabaseError{{std::string(id), "there is no such entry in the record",
                         "ids stand at the end of each line of the lists"}};
  }
  std::string full(query.text(0));
  if (full != id && query.step()) {
    throw DatabaseError{{std::string(id), "more than one entry has an id that begins so",
                         "give more of it"}};
  }
  return full;
}

// An entry as it is or, retired and without successor, as it last was; false if there is none.
bool fetch_entry(const Database& database, std::string_view id, FoundEntry& found) {
  Query query = database.query(fmt::format(
      "SELECT e.id, e.layer, p.name, p.id, {}, p.side, p.outlet, e.body, e.text, t.content, e.start, "
      "e.\"end\" FROM {} e JOIN texts t ON t.row = e.text JOIN publications p ON p.row = "
      "t.publication WHERE e.id = ?",
      found.orphan ? "p.published" : "coalesce(e.date, p.published)",
      found.orphan ? "(SELECT *, 0 AS start, 0 AS \"end\" FROM retired)" : "entries"));
  query.bind(1, id);
  if (!query.step()) return false;
  found.entry = {column(query, 0), static_cast<Layer>(query.number(1)), column(query, 2),
                 column(query, 3), column(query, 4), column(query, 5), column(query, 6),
                 column(query, 7), query.number(8)};
  found.text = query.text(9);
  found.start = static_cast<uint32_t>(query.number(10));
  found.end = static_cast<uint32_t>(query.number(11));
  Query names = database.query("SELECT name FROM publications WHERE text = ? ORDER BY name");
  names.bind(1, found.entry.text);
  while (names.step()) found.publications.emplace_back(names.text(0));
  return true;
}

}  // namespace

Record::Record(std::unique_ptr<Database> database) : database_(std::move(database)) {}
Record::Record(Record&&) noexcept = default;
Record::~Record() = default;

Result<Record> Record::open(const std::string& path) {
  return guarded<Record>([&] {
    return Record(std::make_unique<Database>(open_record(path, Database::Mode::ReadOnly)));
  });
}

Result<void> Record::each_document(const EntryFilter& filter,
                                   const std::function<void(const ListedDocument&)>& visit) const {
  return guarded<void>([&] {
    Conditions where;
    add_document_conditions(where, filter);
    Query query = database_->query(fmt::format(
        "SELECT p.id, p.name, t.id, p.path, s.sha256, p.published, p.inferred, p.outlet, p.dateline, "
        "p.side, p.language, p.report_kind, p.title, (SELECT json_group_object(key, value) FROM "
        "settings WHERE publication = p.row), (SELECT count(*) FROM entries WHERE text = t.row AND "
        "layer = 0), (SELECT count(*) FROM entries WHERE text = t.row AND layer = 2) "
        "FROM publications p JOIN texts t ON t.row = p.text JOIN sources s ON s.row = p.source{} "
        "ORDER BY p.published IS NULL, p.published, p.name, p.id LIMIT {} OFFSET {}",
        where.sql(), filter.limit, filter.offset));
    where.bind(query);
    while (query.step()) {
      ListedDocument document;
      std::string* const fields[] = {
          &document.id, &document.name, &document.text, &document.path, &document.sha256,
          &document.published, &document.inferred, &document.outlet, &document.dateline,
          &document.side, &document.language, &document.report_kind, &document.title, &document.set};
      for (int i = 0; i < 14; ++i) *fields[i] = query.text(i);
      document.statements = query.number(14);
      document.commitments = query.number(15);
      visit(document);
    }
  });
}

Result<void> Record::each_entry(Layer layer, const EntryFilter& filter,
                                const std::function<void(const ListedEntry&)>& visit) const {
  return guarded<void>([&] {
    Conditions where;
    where.add(fmt::format("e.layer = {}", static_cast<int>(layer)), {});
    add_entry_conditions(where, layer, filter);
    Query query = database_->query(fmt::format(
        "SELECT e.id, p.name, p.id, coalesce(e.date, p.published), p.side, p.outlet, e.body, e.text "
        "FROM entries e JOIN texts t ON t.row = e.text JOIN publications p ON p.row = t.publication"
        "{} ORDER BY coalesce(e.date, p.published) IS NULL, 4, p.name, e.start, e.ordinal LIMIT {} OFFSET {}",
        where.sql(), filter.limit, filter.offset));
    where.bind(query);
    while (query.step()) {
      visit({column(query, 0), layer, column(query, 1), column(query, 2), column(query, 3),
             column(query, 4), column(query, 5), column(query, 6), query.number(7)});
    }
  });
}

Result<int64_t> Record::count_documents(const EntryFilter& filter) const {
  return guarded<int64_t>([&] {
    Conditions where;
    add_document_conditions(where, filter);
    Query query = database_->query("SELECT count(*) FROM publications p" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  });
}

Result<int64_t> Record::count_entries(Layer layer, const EntryFilter& filter) const {
  return guarded<int64_t>([&] {
    Conditions where;
    where.add(fmt::format("e.layer = {}", static_cast<int>(layer)), {});
    add_entry_conditions(where, layer, filter);
    Query query = database_->query(
        "SELECT count(*) FROM entries e JOIN texts t ON t.row = e.text JOIN publications p ON "
        "p.row = t.publication" + where.sql());
    where.bind(query);
    query.step();
    return query.number(0);
  });
}

Result<void> Record::begin_snapshot() const {
  return guarded<void>([&] { database_->execute("BEGIN"); });
}

Result<void> Record::end_snapshot() const {
  return guarded<void>([&] {
    if (database_->in_transaction()) database_->execute("COMMIT");
  });
}

Result<int64_t> Record::change_number() const {
  return guarded<int64_t>([&] { return database_->number("PRAGMA data_version"); });
}

Result<std::map<std::string, std::string>> Record::actor_names(int64_t text) const {
  return guarded<std::map<std::string, std::string>>([&] {
    std::map<std::string, std::string> names;
    Query query = database_->query(fmt::format(
        "SELECT key, body ->> '$.name' FROM entries WHERE text = ? AND layer = {}",
        static_cast<int>(Layer::Actor)));
    query.bind(1, text);
    while (query.step()) names.emplace(query.text(0), query.text(1));
    return names;
  });
}

Result<FoundEntry> Record::find_entry(std::string_view asked) const {
  return guarded<FoundEntry>([&] {
    FoundEntry found;
    const std::string id = full_id(*database_, asked);
    if (fetch_entry(*database_, id, found)) return found;
    found.asked = id;
    Query successor = database_->query("SELECT successor FROM retired WHERE id = ?");
    successor.bind(1, id).step();
    if (fetch_entry(*database_, successor.text(0), found)) return found;
    found.orphan = true;
    fetch_entry(*database_, id, found);
    Query rejected = database_->query(
        "SELECT 1 FROM decisions WHERE entry = ? AND withdrawn_at IS NULL AND verdict IN ('reject', 'nothing-here')");
    found.rejected = rejected.bind(1, id).step();
    return found;
  });
}

Result<Document> Record::load_document(std::string_view name) const {
  return guarded<Document>([&] {
    Document document = load_stored(*database_, name).document;
    Query query = database_->query("SELECT name FROM publications WHERE name = ?1 OR id = ?1");
    query.bind(1, name);
    if (query.step()) document.source.name = query.text(0);
    return document;
  });
}

}  // namespace verbale
