// From the bytes of a file to documents with text, name, given metadata and the map back to the
// bytes.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/document.h"
#include "source/naming.h"

namespace verbale {

struct Loaded {
  std::vector<Document> documents;  // only `source` and `text` are filled
  std::vector<Error> refused;       // rows that could not be read; the others stand
};

// What a file's documents are handed to, one by one, in order.
struct DocumentSink {
  std::function<void(Document&&)> document;
  std::function<void(Error&&)> refused;  // a row that could not be read; may be empty
};

// Reads one file of any supported form (CONTRACT, Input). `path` "-" is standard input. A sidecar
// NAME.json beside it is believed over what the file itself gives. An error: nothing of the file
// can be read.
Result<Loaded> load_file(const std::string& path);

// The same, a document at a time: memory stays that of the largest row, however large the file.
// `names` lives over all files of a run, so that no two documents get one name; may be nullptr.
Result<void> for_each_document(const std::string& path, const DocumentSink& sink,
                               UniqueNames* names = nullptr);

// From the bytes of a file in memory, packed or not; the form is told from the ending of `path` and
// from the bytes. Reads no sidecar. The same bytes and path give the same documents: verification
// reads again and compares.
Result<Loaded> load_bytes(std::string_view bytes, const std::string& path);

// Has the file one of the endings that are read from a folder (.txt .md .jsonl .csv .html ... and
// packed)? NAME.json is no document.
bool has_known_ending(std::string_view path);

}  // namespace verbale
