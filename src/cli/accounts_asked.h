// The accounts that a command across documents is asked about: files, documents of the record, or a
// meeting or visit of it.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "pipeline/pipeline.h"

namespace verbale {

struct AskedAccounts {
  std::vector<Document> documents;
  std::string meeting;  // id of the meeting or visit they tell of; else their names joined by "+"
  std::string title;    // "talks, 2024-08-19, Beijing: Xi Jinping, To Lam"; else the names
  bool common = false;  // all of them tell of that meeting or visit
  ExitCode code = kDone;
};

// Says on standard error what could not be read, which accounts are in a language that is not read
// yet, which are one text, and whether they have a meeting in common. No documents: nothing could
// be read.
AskedAccounts find_accounts(const std::vector<std::string>& arguments, const std::string& store,
                            const Reader& reader, int threads);

}  // namespace verbale
