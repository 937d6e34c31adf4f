// The record on disk, to write to: documents go in, are read again, are corrected, are taken out.
//
// Everything between begin() and commit() is stored together or not at all. A document that fails is
// taken back alone; the batch goes on. Lists and search are in lists.h and search.h.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/decision.h"
#include "record/person_mark.h"
#include "store/load_stored.h"
#include "store/reading.h"

namespace verbale {

class Database;
struct SavedSearch;

enum class Outcome { Added, Known, Renewed };

// A document of the record, enough to read it again.
struct StoredDocument {
  int64_t row = 0;
  std::string id;
  std::string name;
};

class Store {
 public:
  // Opens the record at `path` for writing; makes it if it is not there. `reader_version` names the
  // program, packs and weights that the readings to be added are made with.
  static Result<Store> open(const std::string& path, std::string reader_version);
  Store(Store&&) noexcept;
  ~Store();

  Result<void> begin();
  Result<void> commit();
  // Takes back everything since begin().
  void take_back();

  // Looks a loaded document up. `flags` are what the user says of it now, to be kept as set by a person.
  Result<Admission> admit(const Document& document, const GivenMetadata& flags);

  // Adds a document that was read, with the admission it was read under. Needs its file's bytes to
  // have been kept (keep_source).
  Result<Outcome> add(Reading reading);

  // Keeps the bytes of a file, once.
  Result<void> keep_source(const std::string& sha256, std::string_view bytes);
  Result<bool> has_source(const std::string& sha256);

  // By name, id, or the beginning of an id that only one document has.
  Result<StoredDocument> find_document(std::string_view name);
  // All of them, or those that another version has read; in the order in which they were added.
  Result<std::vector<StoredDocument>> all_documents(bool only_stale);

  // The document as it was loaded, from the record, and its admission, to be read and added again.
  Result<StoredReading> load_again(const StoredDocument& document);

  // What a person knows better; an empty value takes the setting back. Takes effect with the next
  // reading: load_again, read, add.
  Result<void> set(const StoredDocument& document, std::string_view key, std::string_view value);

  // A person's mark (store/statuses.h): set, or set anew for the same words, scale and day; taken back. False: there was none.
  Result<void> set_mark(const PersonMark& mark);
  Result<bool> take_mark_back(const PersonMark& mark);

  // Keeps a decision about entries of a text, once; withdraws one. Takes effect with the next reading of the
  // text: load_again, read, add. False: it was so already.
  Result<bool> keep_decision(const Decision& decision);
  Result<bool> withdraw_decision(std::string_view id, std::string_view at);
  // By its id, or the beginning of an id that only one has.
  Result<Decision> find_decision(std::string_view id);
  // The documents that print the text with that id, to be read again.
  Result<std::vector<StoredDocument>> documents_of(std::string_view text_id);
  // Has anything been added since the meetings were joined that makes joining them again necessary?
  bool meetings_changed() const;
  // A query saved under its name (store/saved_searches.h); another of that name is replaced. False: there was none.
  Result<void> save_search(const SavedSearch& search);
  Result<bool> drop_search(std::string_view name_or_id);

  // Settles years of reports that give none by other accounts in the record (store/settle.h). Returns the
  // documents that are to be read again for it.
  Result<std::vector<StoredDocument>> settle_years();

  // Joins what all texts of the record say of meetings (store/meeting_rows.h), if anything has changed. A batch
  // that is committed before does so itself from time to time.
  Result<void> join_meetings();

  // Takes out the document, and its text if no other document has it. Where one has and the text's
  // entries came from this one's reading, that other document: it has to be read again.
  Result<std::optional<StoredDocument>> remove(const StoredDocument& document);

 private:
  struct Parts;
  explicit Store(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

// The version of program, packs and weights in one short string: "0.1.0-4f1d2c9a".
Result<std::string> reader_version(const std::string& home);

}  // namespace verbale
