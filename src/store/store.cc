#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "base/file.h"
#include "base/version.h"
#include "store/decision_rows.h"
#include "store/guarded.h"
#include "store/meeting_rows.h"
#include "store/publication_rows.h"
#include "store/saved_searches.h"
#include "store/schema.h"
#include "store/search_index.h"
#include "store/settle.h"
#include "store/text_rows.h"
#include "store/text_settling.h"

namespace verbale {

struct Store::Parts {
  Parts(const std::string& path, std::string version)
      : database(open_record(path, Database::Mode::ReadWrite)), texts(database),
        publications(database), meetings(database), reader_version(std::move(version)) {
    index_stale_texts(database);
  }

  // What was done outside of a batch is indexed at once.
  void index_alone() {
    if (!database.in_transaction()) index_stale_texts(database);
  }

  Outcome add(Reading& reading);
  std::optional<StoredDocument> remove(const StoredDocument& document);
  void renew(const PublicationRow& known, Reading& reading);
  void replace_meetings(int64_t text, const Reading& reading);
  void join_meetings();
  void settle_text(int64_t text, int64_t publication, Reading& reading);

  Database database;
  TextRows texts;
  PublicationRows publications;
  MeetingRows meetings;
  std::string reader_version;
  int64_t unjoined = 0;  // texts whose meetings have changed since they were joined
};

namespace {

// Makes the work on one document all or nothing within the batch.
template <class Work>
void all_or_nothing(const Database& database, Work work) {
  database.execute("SAVEPOINT document");
  try {
    work();
  } catch (DatabaseError&) {
    // After some failures (a full disk) SQLite has already taken back the whole transaction.
    if (database.in_transaction()) database.execute("ROLLBACK TO document; RELEASE document");
    throw;
  }
  database.execute("RELEASE document");
}

// Of rows with row, id and name.
std::vector<StoredDocument> documents_in(Query& query) {
  std::vector<StoredDocument> documents;
  while (query.step())
    documents.push_back({query.number(0), std::string(query.text(1)), std::string(query.text(2))});
  return documents;
}

}  // namespace

Store::Store(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Store::Store(Store&&) noexcept = default;
Store::~Store() = default;

Result<Store> Store::open(const std::string& path, std::string reader_version) {
  return guarded<Store>(
      [&] { return Store(std::make_unique<Parts>(path, std::move(reader_version))); });
}

Result<void> Store::begin() {
  return guarded<void>([&] { parts_->database.execute("BEGIN IMMEDIATE"); });
}

Result<void> Store::commit() {
  return guarded<void>([&] {
    // So that a record is nearly complete when the work is cut short; a growing one is joined ever more seldom.
    constexpr int64_t kBatch = 1000;
    if (parts_->unjoined >= kBatch && parts_->unjoined * 8 >= parts_->database.number("SELECT count(*) FROM texts")) {
      parts_->join_meetings();
    }
    index_stale_texts(parts_->database);
    parts_->database.execute("COMMIT");
  });
}

void Store::take_back() {
  const Result<void> ignored = guarded<void>([&] {
    if (parts_->database.in_transaction()) parts_->database.execute("ROLLBACK");
  });
}

Result<bool> Store::has_source(const std::string& sha256) {
  return guarded<bool>([&] { return parts_->publications.find_source(sha256) != 0; });
}

Result<void> Store::keep_source(const std::string& sha256, std::string_view bytes) {
  return guarded<void>([&] {
    if (parts_->publications.find_source(sha256) == 0) {
      parts_->publications.insert_source(sha256, bytes);
    }
  });
}

Result<Admission> Store::admit(const Document& document, const GivenMetadata& flags) {
  return guarded<Admission>([&] {
    Admission admission;
    admission.came_with = document.source.given;
    GivenMetadata given = admission.came_with;
    lay_over(given, flags);
    admission.basis = {given.outlet, given.date, given.url, document.source.sha256,
                       text_id(document.text)};
    admission.publication = publication_id(admission.basis);
    PublicationRows& publications = parts_->publications;
    std::optional<PublicationRow> row = publications.find_by_place(document.source, admission.basis.text);
    if (!row) row = publications.find(admission.publication);
    if (row) {
      admission.publication = row->id;
      admission.settings = publications.settings(row->row);
    }
    const std::string set_before = given_to_json(admission.settings);
    lay_over(admission.settings, flags);
    admission.review = load_review(parts_->database, admission.basis.text, document.text);
    admission.known = row && row->reader == parts_->reader_version &&
                      row->given == given_to_json(admission.came_with) &&
                      set_before == given_to_json(admission.settings);
    return admission;
  });
}

Result<Outcome> Store::add(Reading reading) {
  return guarded<Outcome>([&] {
    Outcome outcome = Outcome::Known;
    all_or_nothing(parts_->database, [&] { outcome = parts_->add(reading); });
    parts_->index_alone();
    return outcome;
  });
}

Outcome Store::Parts::add(Reading& reading) {
  const Admission& admission = reading.admission;
  const std::optional<PublicationRow> known = publications.find(admission.publication);
  if (known) {
    // A second copy in the same batch was admitted before the first was stored.
    if (known->reader == reader_version && !admission.known &&
        known->given == given_to_json(admission.came_with) &&
        given_to_json(publications.settings(known->row)) == given_to_json(admission.settings)) {
      return Outcome::Known;
    }
    renew(*known, reading);
    return Outcome::Renewed;
  }
  const int64_t source = publications.find_source(reading.document.source.sha256);
  int64_t text = texts.find(reading.ids.text);
  const bool new_text = text == 0;
  if (new_text) {
    text = texts.insert(reading, reader_version);
    replace_meetings(text, reading);
  }
  const int64_t publication = publications.insert(reading, text, source, reader_version);
  for (const auto& [key, value] : set_fields(admission.settings)) {
    publications.set(publication, key, value);
  }
  if (new_text) {
    database.query("UPDATE texts SET publication = ? WHERE row = ?")
        .bind(1, publication).bind(2, text).run();
  } else {
    settle_text(text, publication, reading);
  }
  return Outcome::Added;
}

// Meetings are joined again only where the text now says something else of them.
void Store::Parts::renew(const PublicationRow& known, Reading& reading) {
  const std::string told = meetings.told(known.text);
  const int64_t unjoined_before = unjoined;
  publications.update(known.row, reading, reader_version);
  for (const auto& [key, value] : set_fields(reading.admission.settings)) {
    publications.set(known.row, key, value);
  }
  settle_text(known.text, known.row, reading);
  if (meetings.told(known.text) == told) unjoined = unjoined_before;
}

void Store::Parts::settle_text(int64_t text, int64_t publication, Reading& reading) {
  if (TextSettler(database, texts, publications).settle(text, publication, reading, reader_version))
    replace_meetings(text, reading);
}

void Store::Parts::replace_meetings(int64_t text, const Reading& reading) {
  meetings.replace_reports(text, reading);
  ++unjoined;
}

// Reports that are in no meeting were left by a batch that was cut short.
void Store::Parts::join_meetings() {
  const bool left = database.number(
      "SELECT EXISTS (SELECT 1 FROM meeting_reports r LEFT JOIN meeting_members m ON m.report = r.id WHERE m.report IS NULL)");
  if (unjoined > 0 || left) meetings.join();
  unjoined = 0;
}

Result<void> Store::join_meetings() {
  return guarded<void>([&] { all_or_nothing(parts_->database, [&] { parts_->join_meetings(); }); });
}

Result<StoredDocument> Store::find_document(std::string_view name) {
  Result<std::vector<StoredDocument>> found = guarded<std::vector<StoredDocument>>([&] {
    Query query = parts_->database.query(
        "SELECT row, id, name FROM publications WHERE name = ?1 OR id = ?1 "
        "UNION SELECT row, id, name FROM publications WHERE length(?1) > 3 AND substr(id, 1, "
        "length(?1)) = ?1 ORDER BY 1 LIMIT 2");
    return documents_in(query.bind(1, name));
  });
  if (!found) return std::unexpected(found.error());
  if (found->empty()) {
    return fail(std::string(name), "is no document of the record", "`verbale documents` lists their names and ids");
  }
  StoredDocument& document = found->front();
  if (found->size() > 1 && document.name != name && document.id != name)
    return fail(std::string(name), "more than one document has an id that begins so", "give more of the id");
  return std::move(document);
}

Result<std::vector<StoredDocument>> Store::all_documents(bool only_stale) {
  return guarded<std::vector<StoredDocument>>([&] {
    Query query = parts_->database.query(
        "SELECT row, id, name FROM publications WHERE NOT ?1 OR reader <> ?2 ORDER BY row");
    return documents_in(query.bind(1, int64_t{only_stale}).bind(2, parts_->reader_version));
  });
}

Result<StoredReading> Store::load_again(const StoredDocument& document) {
  return guarded<StoredReading>([&] { return load_stored(parts_->database, document.id); });
}

Result<void> Store::set(const StoredDocument& document, std::string_view key,
                        std::string_view value) {
  return guarded<void>([&] { parts_->publications.set(document.row, key, value); });
}

Result<void> Store::set_mark(const PersonMark& mark) {
  return guarded<void>([&] {
    Query insert = parts_->database.query(
        "INSERT INTO marks (entry, text_id, start, \"end\", words, scale, value, date, evidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO UPDATE SET entry = excluded.entry, value = excluded.value, evidence = excluded.evidence");
    insert.bind(1, mark.entry).bind(2, mark.text).bind(3, int64_t{mark.start}).bind(4, int64_t{mark.end}).bind(5, mark.words);
    insert.bind(6, scale_name(mark.scale)).bind(7, mark.value).bind(8, mark.date).bind(9, mark.evidence).run();
  });
}

Result<bool> Store::take_mark_back(const PersonMark& mark) {
  return guarded<bool>([&] {
    const int64_t before = parts_->database.number("SELECT count(*) FROM marks");
    Query remove = parts_->database.query(
        "DELETE FROM marks WHERE text_id = ? AND start = ? AND \"end\" = ? AND scale = ? AND date = ?");
    remove.bind(1, mark.text).bind(2, int64_t{mark.start}).bind(3, int64_t{mark.end});
    remove.bind(4, scale_name(mark.scale)).bind(5, mark.date).run();
    return parts_->database.number("SELECT count(*) FROM marks") < before;
  });
}

Result<bool> Store::keep_decision(const Decision& decision) {
  return guarded<bool>([&] { return insert_decision(parts_->database, decision); });
}

Result<bool> Store::withdraw_decision(std::string_view id, std::string_view at) {
  return guarded<bool>([&] { return verbale::withdraw_decision(parts_->database, id, at); });
}

Result<std::vector<StoredDocument>> Store::documents_of(std::string_view text_id) {
  return guarded<std::vector<StoredDocument>>([&] {
    Query query = parts_->database.query(
        "SELECT p.row, p.id, p.name FROM publications p JOIN texts t ON t.row = p.text WHERE t.id = ? ORDER BY p.row = t.publication DESC, p.row");
    return documents_in(query.bind(1, text_id));
  });
}

Result<Decision> Store::find_decision(std::string_view id) {
  Result<std::vector<Decision>> found = guarded<std::vector<Decision>>(
      [&] { return load_decisions(parts_->database, {.id = std::string(id)}); });
  if (!found) return std::unexpected(found.error());
  if (id.size() < 4 || found->empty())
    return fail(std::string(id), "there is no such decision", "`verbale decisions` lists them");
  if (found->size() > 1)
    return fail(std::string(id), "more than one decision has an id that begins so", "give more of it");
  return std::move(found->front());
}

bool Store::meetings_changed() const { return parts_->unjoined > 0; }

Result<void> Store::save_search(const SavedSearch& search) {
  return guarded<void>([&] {
    const std::string id = saved_search_id(search.name);
    Query insert = parts_->database.query("INSERT OR REPLACE INTO searches (id, name, query, made_at) VALUES (?, ?, ?, ?)");
    insert.bind(1, id).bind(2, search.name).bind(3, search.query).bind(4, search.made_at).run();
  });
}

Result<bool> Store::drop_search(std::string_view name_or_id) {
  return guarded<bool>([&] {
    const int64_t before = parts_->database.number("SELECT count(*) FROM searches");
    parts_->database.query("DELETE FROM searches WHERE name = ?1 OR id = ?1").bind(1, name_or_id).run();
    return parts_->database.number("SELECT count(*) FROM searches") < before;
  });
}

Result<std::vector<StoredDocument>> Store::settle_years() {
  return guarded<std::vector<StoredDocument>>([&] {
    std::vector<StoredDocument> documents;
    Query update = parts_->database.query(
        "UPDATE publications SET settled_year = ?, settled_by = ? WHERE row = ?");
    for (const SettledYear& settled : find_years_to_settle(parts_->database)) {
      settled.year == 0 ? update.bind_null(1) : update.bind(1, int64_t{settled.year});
      update.bind_or_null(2, settled.by).bind(3, settled.publication).run();
      documents.push_back({settled.publication, settled.id, settled.name});
    }
    return documents;
  });
}

Result<std::optional<StoredDocument>> Store::remove(const StoredDocument& document) {
  return guarded<std::optional<StoredDocument>>([&] {
    std::optional<StoredDocument> next;
    all_or_nothing(parts_->database, [&] { next = parts_->remove(document); });
    parts_->index_alone();
    return next;
  });
}

std::optional<StoredDocument> Store::Parts::remove(const StoredDocument& document) {
  const std::optional<PublicationRow> row = publications.find(document.id);
  if (!row) return std::nullopt;
  const bool spoke = publications.first_of_text(row->text) == row->row;
  publications.remove(row->row);
  ++unjoined;
  const int64_t next = publications.first_of_text(row->text);
  if (next == 0) texts.remove(row->text);
  if (next == 0 || !spoke) return std::nullopt;
  Query query = database.query("SELECT row, id, name FROM publications WHERE row = ?");
  query.bind(1, next).step();
  return StoredDocument{next, std::string(query.text(1)), std::string(query.text(2))};
}

}  // namespace verbale
