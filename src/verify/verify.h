// Proves a record again: the bytes by their digest, the text from the bytes, each string at its place,
// each id from what it is made of, each derived claim from its statement.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "verify/checks.h"

namespace verbale {

struct Proved {
  size_t sources = 0;
  size_t documents = 0;
  size_t entries = 0;
  size_t strings = 0;
  size_t marks = 0;  // of persons
  size_t decisions = 0;  // of persons
  size_t unfit = 0;      // decisions without effect: they came before their text, and do not fit it
};

// All of the record at `path`. Failures go to `report`; an Error: the record cannot be opened or read.
Result<Proved> verify_store(const std::string& path, const FindingSink& report);

// The output of `read --json` in a file (one object, or one a line) against the file it was read from;
// the output of compare, ledger, names or phrases against the files it was made from.
Result<Proved> verify_files(const std::string& json, const std::vector<std::string>& texts,
                            const FindingSink& report);

}  // namespace verbale
