// The record on disk, to read from: documents, entries by filters, single entries.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/ids.h"

namespace verbale {

class Database;

// Empty fields do not filter. Dates are ISO, whole or cut ("2024", "2024-08"), and inclusive.
struct EntryFilter {
  std::string side;      // of a document that prints the text
  std::string speaker;   // id, or words of the name
  std::string act;
  std::string kind;
  std::string state;     // one that the entry concerns
  std::string from;
  std::string to;
  std::string document;  // name or id
  int64_t limit = -1;
};

struct ListedEntry {
  std::string id;
  Layer layer = Layer::Statement;
  std::string document;     // name of the publication that speaks for the text
  std::string document_id;
  std::string date;         // of the entry, else of the publication; may be empty
  std::string side;
  std::string outlet;
  std::string body;         // JSON, as in `read --json`
  int64_t text = 0;         // row
};

struct ListedDocument {
  std::string id;
  std::string name;
  std::string text;        // id
  std::string path;
  std::string sha256;
  std::string published;
  std::string inferred;
  std::string outlet;
  std::string dateline;
  std::string side;
  std::string language;
  std::string report_kind;
  std::string title;       // JSON
  std::string set;         // JSON of what persons set
  int64_t statements = 0;
  int64_t commitments = 0;
};

class Record {
 public:
  static Result<Record> open(const std::string& path);
  Record(Record&&) noexcept;
  ~Record();

  // Sorted by date, name and id; entries by date, document and place.
  Result<void> each_document(const EntryFilter& filter,
                             const std::function<void(const ListedDocument&)>& visit) const;
  Result<void> each_entry(Layer layer, const EntryFilter& filter,
                          const std::function<void(const ListedEntry&)>& visit) const;

  const Database& database() const { return *database_; }

 private:
  explicit Record(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace verbale
