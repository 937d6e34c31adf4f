// The accounts that a question across documents is about: files, documents of the record, or a
// meeting or visit of it.
#pragma once

#include <string>
#include <vector>

#include "accounts/compare.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

// What is to be said about the accounts besides the answer. A note has only `what`.
struct Remark {
  Error error;
  bool refused = false;  // something could not be read; else a note
};

struct AskedAccounts {
  std::vector<Document> documents;
  std::string meeting;  // id of the meeting or visit they tell of; else their names joined by "+"
  std::string title;    // "talks, 2024-08-19, Beijing: Xi Jinping, To Lam"; else the names
  // Of each document, where one meeting was asked for: its passages on other meetings. Else empty.
  std::vector<std::vector<Span>> outside;
  bool common = false;  // all of them tell of that meeting or visit
  // What could not be read, which accounts are in a language that is not read yet, which are one
  // text, and whether they have a meeting in common.
  std::vector<Remark> remarks;

  bool refused() const;
  // What is to be compared; the documents outlive it.
  std::vector<ScopedAccount> compared() const;
};

// No documents: nothing could be read; the remarks say why.
AskedAccounts accounts_of_files(const std::vector<std::string>& files, const Reader& reader,
                                int threads);

// `names`: one meeting or visit by an id, or documents by name or id. Not empty.
AskedAccounts accounts_of_record(const Record& record, const std::vector<std::string>& names,
                                 const Reader& reader, int threads);

}  // namespace verbale
