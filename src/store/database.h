// SQLite behind two small owners. Inside store/ a failure is thrown as DatabaseError and caught where
// the folder ends (store.cc): each of a hundred steps would else need its own test.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace verbale {

struct DatabaseError {
  Error error;
};

// A prepared statement. Parameters are numbered from 1, columns from 0. Views from columns are valid
// until the next step().
class Query {
 public:
  Query(sqlite3* database, std::string_view sql, std::string_view path);
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  // Bound text must live until the query has run.
  Query& bind(int parameter, std::string_view text);
  Query& bind(int parameter, int64_t number);
  Query& bind_null(int parameter);
  Query& bind_blob(int parameter, std::string_view bytes);
  Query& bind_or_null(int parameter, std::string_view text);  // null where empty

  // True: there is a row. False: done, and the query is ready to be bound again.
  bool step();
  void run() { while (step()) {} }
  void reset();

  std::string_view text(int column) const;  // also of a blob; empty for null
  int64_t number(int column) const;
  bool is_null(int column) const;

 private:
  sqlite3_stmt* statement_ = nullptr;
  std::string_view path_;
};

class Database {
 public:
  // Unchanging: read-only, and nobody else writes to it; no file is made beside it.
  enum class Mode { ReadOnly, ReadWrite, Unchanging };

  // Opens or, for writing, creates the file.
  Database(const std::string& path, Mode mode);
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  const std::string& path() const { return path_; }
  Query query(std::string_view sql) const { return Query(handle_, sql, path_); }
  // One or more statements without parameters.
  void execute(const std::string& sql) const;
  // The first column of the first row as a number, 0 if there is none.
  int64_t number(std::string_view sql) const;
  int64_t last_row() const;
  bool in_transaction() const;
  sqlite3* handle() const { return handle_; }

 private:
  std::string path_;
  sqlite3* handle_ = nullptr;
};

// What SQLite's code means to the user, and what can be done.
Error describe_failure(int code, const std::string& path, std::string_view detail);

}  // namespace verbale
