// The record on disk, to read from: documents, entries by filters, single entries.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/document.h"
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
  int64_t offset = 0;    // so many are passed over first
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

// One entry, with all that is needed to show it in its text.
struct FoundEntry {
  ListedEntry entry;
  std::string text;         // the whole text, UTF-8
  std::string asked;        // the id that was asked for, where it was retired and led to `entry`
  bool orphan = false;      // retired and without successor: `entry` is as it was last read
  bool rejected = false;    // so because a person says that it is no entry
  uint32_t start = 0;       // code points: what its evidence covers
  uint32_t end = 0;
  std::vector<std::string> publications;  // names of all documents that print the text
};

class Record {
 public:
  static Result<Record> open(const std::string& path);
  Record(Record&&) noexcept;
  ~Record();

  // Sorted by date (none comes last), name and id; entries by date, document and place.
  Result<void> each_document(const EntryFilter& filter,
                             const std::function<void(const ListedDocument&)>& visit) const;
  Result<void> each_entry(Layer layer, const EntryFilter& filter,
                          const std::function<void(const ListedEntry&)>& visit) const;

  // How many the filter lets through, whatever its limit and offset.
  Result<int64_t> count_documents(const EntryFilter& filter) const;
  Result<int64_t> count_entries(Layer layer, const EntryFilter& filter) const;

  // Actors of a text by id, with their fullest names.
  Result<std::map<std::string, std::string>> actor_names(int64_t text) const;

  // By id, or by the beginning of an id that only one entry has. An id that was retired leads on.
  Result<FoundEntry> find_entry(std::string_view id) const;

  // The document of that name as it was loaded, with what persons set, to be read again.
  Result<Document> load_document(std::string_view name) const;

  const Database& database() const { return *database_; }

  // Between these two everything is read of one state of the record, whoever writes to it meanwhile.
  Result<void> begin_snapshot() const;
  Result<void> end_snapshot() const;
  // A number that is another one after somebody else has changed the record; means something only when
  // compared with an earlier one of this same Record. Not within a snapshot.
  Result<int64_t> change_number() const;

 private:
  explicit Record(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace verbale
