// The documents that a command over several of them is asked about: of files, else of the record,
// let through by a filter.
#pragma once

#include <string>
#include <vector>

#include "cli/cli.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

struct DocumentChoice {
  std::vector<std::string> files;  // none: the record
  std::string store;
  // side: of the outlet. state: one that the document is of or names. from, to: days of the
  // document. document: its name or id. Others are not minded.
  EntryFilter filter;
  int threads = 1;
};

// Read, each text once. An error: there is no record, or no such document. What of the files cannot
// be read is spoken of and sets `code` to 1.
Result<std::vector<Document>> chosen_documents(const DocumentChoice& choice, const Reader& reader,
                                               int& code);

}  // namespace verbale
