// From the bytes of a file to documents with text, name, given metadata and the map back to the bytes.
#pragma once

#include <string>
#include <vector>

#include "base/error.h"
#include "record/document.h"

namespace verbale {

struct Loaded {
  std::vector<Document> documents;  // only `source` and `text` are filled
  std::vector<Error> refused;       // rows that could not be read; the others stand
};

// Reads one file of any supported form (CONTRACT, Input). `path` "-" is standard input.
// An error: nothing of the file can be read.
Result<Loaded> load_file(const std::string& path);

// The same from bytes in memory; the form is told from the ending of `path` and from the bytes.
Result<Loaded> load_bytes(std::string_view bytes, const std::string& path);

}  // namespace verbale
