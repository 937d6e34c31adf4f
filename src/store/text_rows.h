// The rows of a text: its characters, its entries, and the ids that were retired.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"
#include "store/reading.h"
#include "store/reread.h"

namespace verbale {

// Statements are prepared once and used for every document. Throws DatabaseError.
class TextRows {
 public:
  explicit TextRows(const Database& database);

  // The row of the text with that id, 0 if it is not in the record.
  int64_t find(std::string_view id);
  int64_t insert(const Reading& reading, std::string_view reader);

  std::vector<OldEntry> entries(int64_t text);
  // What a new reading of the text is to take its ids from.
  EarlierEntries earlier(int64_t text);
  // Replaces the entries of the text by those of the reading and retires ids. Where the reading is the first with
  // decisions in effect, remembers those that stood before.
  void replace_entries(int64_t text, const Reading& reading, std::string_view reader,
                       const std::vector<RetiredEntry>& retired);
  void insert_entries(int64_t text, const Reading& reading);
  // Takes the text out with all that hangs on it.
  void remove(int64_t text);

 private:
  // What the entries of a text rest on (texts.decided).
  enum class Decided : int64_t { No = 0, Yes = 1, BeforeUnknown = 2 };

  void retire(int64_t text, const RetiredEntry& retired);
  Decided decided(int64_t text) const;
  void set_decided(int64_t text, Decided decided) const;

  const Database& database_;
  Query find_;
  Query insert_text_;
  Query update_reader_;
  Query insert_entry_;
  Query insert_actor_;
  Query unretire_;
  Query lead_on_;
  Query insert_retired_;
};

}  // namespace verbale
