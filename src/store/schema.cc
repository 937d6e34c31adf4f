#include "store/schema.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <utility>

#include "record/decision_json.h"
#include "store/decision_rows.h"

namespace verbale {
namespace {

// "VBLE": tells a record from other SQLite files.
constexpr int64_t kApplicationId = 0x56424c45;

// A text is stored once, however many publications print it; entries belong to the text. Bytes of
// files are kept, packed, so that every claim can be proved when the file is gone.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE sources (
  row INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  packing TEXT NOT NULL CHECK (packing IN ('none', 'zstd'))
) STRICT;

CREATE TABLE source_bytes (
  source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
  part INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  UNIQUE (source, part)
) STRICT;

CREATE TABLE texts (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  content TEXT NOT NULL,
  publication INTEGER,
  digest TEXT NOT NULL,
  reader TEXT NOT NULL
) STRICT;

CREATE TABLE publications (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  text INTEGER NOT NULL REFERENCES texts,
  source INTEGER NOT NULL REFERENCES sources,
  source_name TEXT NOT NULL,
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  basis_outlet TEXT NOT NULL,
  basis_date TEXT NOT NULL,
  basis_url TEXT NOT NULL,
  given TEXT NOT NULL,
  stated TEXT NOT NULL,
  published TEXT,
  inferred TEXT,
  outlet TEXT,
  dateline TEXT,
  side TEXT,
  language TEXT,
  report_kind TEXT,
  title TEXT,
  furniture TEXT NOT NULL,
  settled_year INTEGER,
  settled_by TEXT,
  reader TEXT NOT NULL
) STRICT;
CREATE INDEX publications_by_text ON publications (text);
CREATE INDEX publications_by_path ON publications (path, source_name);
CREATE INDEX publications_by_source ON publications (source);

CREATE TABLE settings (
  publication INTEGER NOT NULL REFERENCES publications ON DELETE CASCADE,
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (publication, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  layer INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  anchor INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  kind TEXT,
  act TEXT,
  date TEXT,
  key TEXT,
  label TEXT,
  made_by TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX entries_by_text ON entries (text, layer, ordinal);
CREATE INDEX entries_by_layer ON entries (layer, key, label);

CREATE TABLE entry_actors (
  entry INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
  relation TEXT NOT NULL,
  actor TEXT NOT NULL,
  state TEXT,
  PRIMARY KEY (entry, relation, actor)
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
  publication INTEGER NOT NULL REFERENCES publications ON DELETE CASCADE,
  entry TEXT NOT NULL,
  body TEXT,
  PRIMARY KEY (publication, entry)
) STRICT, WITHOUT ROWID;

CREATE TABLE retired (
  id TEXT PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  layer INTEGER NOT NULL,
  anchor INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  successor TEXT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX retired_by_text ON retired (text);

CREATE TABLE passages (
  row INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  first_byte INTEGER NOT NULL,
  last_byte INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_by_text ON passages (text, start);

CREATE VIRTUAL TABLE passage_words USING fts5(
  words, content = '', tokenize = 'unicode61 remove_diacritics 2');
)sql";

// Meetings and visits across documents. What a text says of each meeting is kept, so that they can be joined
// anew; what is joined follows from that. Texts of an older record have no reports until they are read again.
constexpr const char* kVersion2 = R"sql(
CREATE TABLE meeting_reports (
  id TEXT PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  entry INTEGER NOT NULL,
  kind TEXT NOT NULL,
  standing TEXT NOT NULL CHECK (standing IN ('account', 'mention')),
  date TEXT,
  basis TEXT NOT NULL CHECK (basis IN ('none', 'stated', 'published')),
  inferred INTEGER NOT NULL,
  year TEXT,
  place TEXT,
  city TEXT,
  state TEXT,
  host TEXT,
  persons TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  title TEXT,
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_reports_by_text ON meeting_reports (text);

CREATE TABLE visits (
  id TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  guest_state TEXT NOT NULL,
  host_state TEXT NOT NULL,
  first_day TEXT,
  last_day TEXT,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE meetings (
  id TEXT PRIMARY KEY,
  mark TEXT NOT NULL,
  kind TEXT NOT NULL,
  day TEXT,
  visit TEXT REFERENCES visits,
  body TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_by_visit ON meetings (visit);

CREATE TABLE meeting_members (
  report TEXT PRIMARY KEY,
  meeting TEXT NOT NULL REFERENCES meetings,
  ordinal INTEGER NOT NULL,
  inferred INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX meeting_members_by_meeting ON meeting_members (meeting, ordinal);

CREATE TABLE leads (
  id TEXT PRIMARY KEY,
  target TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX leads_by_target ON leads (target);
)sql";

// Persons' marks on undertakings. They name words of a text by its id, without a reference: a person's word is kept when
// the document is taken out, and is there again when it comes back.
constexpr const char* kVersion3 = R"sql(
CREATE TABLE marks (
  row INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  text_id TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  scale TEXT NOT NULL CHECK (scale IN ('compliance', 'implementation')),
  value INTEGER NOT NULL CHECK (value BETWEEN -1 AND 3),
  date TEXT NOT NULL,
  evidence TEXT NOT NULL,
  UNIQUE (text_id, start, "end", scale, date)
) STRICT;
)sql";

// The index of passages, in the order of days and with what is known of each (store/search_index.h). It follows from
// the other tables: all texts of an older record are stale, and are indexed when it is opened for writing.
constexpr const char* kVersion4 = R"sql(
DROP TABLE passage_words;
DROP TABLE passages;

CREATE TABLE passages (
  row INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  first_byte INTEGER NOT NULL,
  last_byte INTEGER NOT NULL,
  facts BLOB NOT NULL
) STRICT;
CREATE INDEX passages_by_text ON passages (text);

CREATE VIRTUAL TABLE passage_words USING fts5(words, facts, content = '', columnsize = 0, tokenize = 'ascii', prefix = '2 3');
CREATE VIRTUAL TABLE passage_sample USING fts5(words, facts, content = '', columnsize = 0, tokenize = 'ascii', prefix = '2 3');

CREATE TABLE facts (
  row INTEGER PRIMARY KEY,
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (field, value)
) STRICT;

CREATE TABLE fact_names (
  row INTEGER PRIMARY KEY,
  field INTEGER NOT NULL,
  value TEXT NOT NULL,
  label TEXT NOT NULL,
  UNIQUE (field, value, label)
) STRICT;
CREATE VIRTUAL TABLE fact_name_words USING fts5(words, content = '', columnsize = 0, tokenize = 'ascii');

CREATE TABLE stale_texts (text INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER entry_comes AFTER INSERT ON entries BEGIN INSERT OR IGNORE INTO stale_texts VALUES (NEW.text); END;
CREATE TRIGGER entry_changes AFTER UPDATE ON entries BEGIN INSERT OR IGNORE INTO stale_texts VALUES (NEW.text); END;
CREATE TRIGGER entry_goes AFTER DELETE ON entries BEGIN INSERT OR IGNORE INTO stale_texts VALUES (OLD.text); END;
CREATE TRIGGER publication_comes AFTER INSERT ON publications BEGIN INSERT OR IGNORE INTO stale_texts VALUES (NEW.text); END;
CREATE TRIGGER publication_changes AFTER UPDATE ON publications BEGIN INSERT OR IGNORE INTO stale_texts VALUES (NEW.text); END;
CREATE TRIGGER publication_goes AFTER DELETE ON publications BEGIN INSERT OR IGNORE INTO stale_texts VALUES (OLD.text); END;
CREATE TRIGGER text_changes AFTER UPDATE OF publication ON texts BEGIN INSERT OR IGNORE INTO stale_texts VALUES (NEW.row); END;
INSERT INTO stale_texts SELECT row FROM texts;

CREATE TABLE searches (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
)sql";

// Persons' decisions about entries (record/decision.h). Rows are only added, and marked as withdrawn.
constexpr const char* kVersion5 = R"sql(
CREATE TABLE decisions (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reviewer TEXT NOT NULL,
  at TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'correct', 'nothing-here', 'comment')),
  adjudicates INTEGER NOT NULL,
  text_id TEXT NOT NULL,
  layer INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  words TEXT NOT NULL,
  entry TEXT NOT NULL,
  anchor INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  change TEXT NOT NULL,
  actors TEXT NOT NULL,
  body TEXT,
  comment TEXT,
  withdrawn_at TEXT
) STRICT;
CREATE INDEX decisions_by_text ON decisions (text_id);
CREATE INDEX decisions_by_entry ON decisions (entry);
CREATE INDEX decisions_by_reviewer ON decisions (reviewer);

ALTER TABLE entries ADD COLUMN doubt INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN importance INTEGER NOT NULL DEFAULT 0;
ALTER TABLE entries ADD COLUMN reasons TEXT;
CREATE INDEX entries_by_rank ON entries (doubt * importance, importance, id);
)sql";

// The entries of a text as they were when no decision was in effect: to them it returns when all are withdrawn
// (store/reread.h). Of a text that an older record holds with decisions in effect, or that came after them, they are
// not known. And the ids of decisions, which follow from more of what they say since.
constexpr const char* kVersion6 = R"sql(
CREATE TABLE undecided_entries (
  text INTEGER NOT NULL REFERENCES texts ON DELETE CASCADE,
  layer INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  id TEXT NOT NULL,
  anchor INTEGER NOT NULL,
  nth INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  key TEXT,
  PRIMARY KEY (text, layer, ordinal)
) STRICT, WITHOUT ROWID;

ALTER TABLE texts ADD COLUMN decided INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1, 2));
UPDATE texts SET decided = 2 WHERE EXISTS (SELECT 1 FROM decisions d WHERE d.text_id = texts.id AND d.withdrawn_at IS NULL AND
  d.verdict <> 'comment');
)sql";

// Migration i leads from version i to i + 1.
constexpr std::array<const char*, kSchemaVersion> kMigrations = {kVersion1, kVersion2, kVersion3,
                                                                 kVersion4, kVersion5, kVersion6};

void rename_decisions(const Database& database) {
  Query rename = database.query("UPDATE decisions SET id = ? WHERE id = ?");
  for (const Decision& decision : load_decisions(database, {})) {
    const std::string id = decision_id(decision);
    rename.bind(1, id).bind(2, decision.id).run();
  }
}

int64_t schema_version(const Database& database) {
  const int64_t application = database.number("PRAGMA application_id");
  const int64_t version = database.number("PRAGMA user_version");
  const bool empty = database.number("SELECT count(*) FROM sqlite_schema") == 0;
  if (application != kApplicationId && !empty) {
    throw DatabaseError{{database.path(), "is an SQLite file but no record of verbale",
                         "name another file with --store"}};
  }
  if (version > kSchemaVersion) {
    throw DatabaseError{{database.path(),
                         fmt::format("the record has format {}, this verbale knows formats up to {}",
                                     version, kSchemaVersion),
                         "use the newer verbale that made it"}};
  }
  return version;
}

// Each step is one transaction with its version: a record is never between two formats. The version
// is read again inside, for another program may have migrated meanwhile.
void migrate(const Database& database) {
  for (int64_t version = schema_version(database); version < kSchemaVersion; ++version) {
    database.execute("BEGIN IMMEDIATE");
    if (schema_version(database) == version) {
      database.execute(kMigrations[static_cast<size_t>(version)]);
      if (version + 1 == 6) rename_decisions(database);
      database.execute(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                                   kApplicationId, version + 1));
    }
    database.execute("COMMIT");
  }
}

void prepare_for_writing(const Database& database) {
  schema_version(database);  // before anything is changed
  database.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;"
      "PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY");
  migrate(database);
}

// A reader of a record keeps a file beside it, even where nobody writes. In a folder where none can be
// made, a record that was closed well (no log is left) can be read as it is.
Database::Mode mode_to_read(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  const bool writable = ::access(folder.empty() ? "." : folder.c_str(), W_OK) == 0;
  const bool log = ::access((path + "-wal").c_str(), F_OK) == 0;
  return writable || log ? Database::Mode::ReadOnly : Database::Mode::Unchanging;
}

}  // namespace

Database open_record(const std::string& path, Database::Mode mode) {
  if (mode == Database::Mode::ReadWrite) {
    Database database(path, mode);
    // SQLite opens a file that may not be written to all the same, and fails at the first change.
    if (sqlite3_db_readonly(database.handle(), "main") == 1) {
      throw DatabaseError{describe_failure(SQLITE_READONLY, path, "")};
    }
    prepare_for_writing(database);
    return database;
  }
  if (::access(path.c_str(), F_OK) != 0) {
    throw DatabaseError{{path, "there is no record", "make one with `verbale add FILE...`"}};
  }
  Database database(path, mode_to_read(path));
  const int64_t version = schema_version(database);
  if (version < kSchemaVersion) {
    throw DatabaseError{{path, fmt::format("the record has the older format {}", version),
                         "run `verbale add` once to bring it up to date"}};
  }
  database.execute("PRAGMA cache_size = -32768");  // kB; search looks at thousands of rows
  return database;
}

}  // namespace verbale
