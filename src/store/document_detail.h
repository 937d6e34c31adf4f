// One document of the record with all that is stored of it, and what the record holds in all.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/json.h"
#include "store/lists.h"

namespace verbale {

struct DocumentDetail {
  ListedDocument row;
  std::string text;       // whole, UTF-8
  std::string furniture;  // JSON, list of T
  // JSON of its entries by layer, as they stand in the record; where this publication's date or side
  // makes an entry another one than that of the text's first publication, its own.
  RecordBodies entries;
  std::vector<std::string> same_text;  // names of the others that print the text
};

// By name or id, or the beginning of an id that only one document has.
Result<DocumentDetail> find_document_detail(const Record& record, std::string_view name);

struct RecordSummary {
  int64_t documents = 0;
  int64_t meetings = 0;
  int64_t visits = 0;
  int64_t statements = 0;
  int64_t commitments = 0;
  std::vector<std::pair<std::string, int64_t>> states;  // alpha-3 and in how many documents, most first
  std::vector<std::pair<std::string, int64_t>> sides;   // of outlets, likewise
};
Result<RecordSummary> summarise(const Record& record);

}  // namespace verbale
