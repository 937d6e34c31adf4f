#include "store/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

#include "store/trouble.h"

namespace verbale {
namespace {

constexpr int kBusyMilliseconds = 5000;

[[noreturn]] void raise(sqlite3* database, int code, std::string_view path) {
  throw DatabaseError{describe_failure(code, std::string(path),
                                       database != nullptr ? sqlite3_errmsg(database) : "")};
}

// Once, before the first connection. SQLite would count all memory under one lock, which connections
// on several threads wait for at each allocation; nobody reads the count.
void set_up_sqlite() {
  static const int ignored = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  (void)ignored;
}

std::string unchanging_uri(const std::string& path) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

}  // namespace

Error describe_failure(int code, const std::string& path, std::string_view detail) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {path, std::string(kLocked),
              "try again when that is done, or name another record with --store"};
    case SQLITE_READONLY:
      return {path, std::string(kReadOnly),
              "change the permissions, or name another record with --store"};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return {path, std::string(kCannotOpen),
              "see that the folder exists and may be written to"};
    case SQLITE_FULL:
      return {path, std::string(kNoRoom), "free some space and add again: nothing is doubled"};
    case SQLITE_IOERR:
      return {path, fmt::format("{} ({})", kDiskFailed, detail),
              "see that the disk is well and has room, and add again: nothing is doubled"};
    case SQLITE_NOTADB:
      return {path, "is no record of verbale", "name another file with --store"};
    case SQLITE_CORRUPT:
      return {path, fmt::format("the record is damaged ({})", detail),
              "restore it from a copy, or add the documents to a new one"};
    default:
      return {path, fmt::format("the record failed: {} (SQLite code {})", detail, code), ""};
  }
}

// ---- Query

Query::Query(sqlite3* database, std::string_view sql, std::string_view path) : path_(path) {
  const int code = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()),
                                      &statement_, nullptr);
  if (code != SQLITE_OK) raise(database, code, path);
}

Query::Query(Query&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), path_(other.path_) {}

Query::~Query() { sqlite3_finalize(statement_); }

Query& Query::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_, parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                      SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}

Query& Query::bind(int parameter, int64_t number) {
  sqlite3_bind_int64(statement_, parameter, number);
  return *this;
}

Query& Query::bind_null(int parameter) {
  sqlite3_bind_null(statement_, parameter);
  return *this;
}

Query& Query::bind_blob(int parameter, std::string_view bytes) {
  sqlite3_bind_blob64(statement_, parameter, bytes.data(), bytes.size(), SQLITE_STATIC);
  return *this;
}

Query& Query::bind_or_null(int parameter, std::string_view text) {
  return text.empty() ? bind_null(parameter) : bind(parameter, text);
}

bool Query::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  sqlite3* database = sqlite3_db_handle(statement_);
  if (code != SQLITE_DONE) {
    const Error error = describe_failure(code, std::string(path_), sqlite3_errmsg(database));
    sqlite3_reset(statement_);
    throw DatabaseError{error};
  }
  sqlite3_reset(statement_);
  return false;
}

void Query::reset() { sqlite3_reset(statement_); }

std::string_view Query::text(int column) const {
  const void* bytes = sqlite3_column_type(statement_, column) == SQLITE_BLOB
                          ? sqlite3_column_blob(statement_, column)
                          : static_cast<const void*>(sqlite3_column_text(statement_, column));
  const int size = sqlite3_column_bytes(statement_, column);
  return {static_cast<const char*>(bytes), bytes == nullptr ? 0 : static_cast<size_t>(size)};
}

int64_t Query::number(int column) const { return sqlite3_column_int64(statement_, column); }

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

// ---- Database

Database::Database(const std::string& path, Mode mode) : path_(path) {
  set_up_sqlite();
  const int flags =
      mode == Mode::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const std::string name = mode == Mode::Unchanging ? unchanging_uri(path) : path;
  const int code = sqlite3_open_v2(name.c_str(), &handle_,
                                   flags | SQLITE_OPEN_NOMUTEX |
                                       (mode == Mode::Unchanging ? SQLITE_OPEN_URI : 0),
                                   nullptr);
  if (code != SQLITE_OK) {
    const Error error = describe_failure(code, path, handle_ ? sqlite3_errmsg(handle_) : "");
    sqlite3_close(handle_);
    throw DatabaseError{error};
  }
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
}

Database::Database(Database&& other) noexcept
    : path_(std::move(other.path_)), handle_(std::exchange(other.handle_, nullptr)) {}

Database::~Database() { sqlite3_close_v2(handle_); }

void Database::execute(const std::string& sql) const {
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) raise(handle_, code, path_);
}

int64_t Database::number(std::string_view sql) const {
  Query query = this->query(sql);
  return query.step() ? query.number(0) : 0;
}

int64_t Database::last_row() const { return sqlite3_last_insert_rowid(handle_); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

}  // namespace verbale
