// The documents of the record in another program's format.
#pragma once

#include <string>

#include "exports/exports.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

struct RecordExport {
  std::string bytes;
  size_t documents = 0;
  size_t stale =
      0;  // documents that another version has read: some of their ids differ from the record's
};

// Documents that fit all of it; what is empty does not filter.
struct ExportChoice {
  // Of the document; `kind` of the report, or of a meeting that it tells of; `speaker` and `act` of one statement in it.
  EntryFilter filter;
  std::string meeting;  // id of a meeting or visit that it tells of
  std::string person;   // id or words of the name: took part in a meeting that it tells of
  std::string outlet;   // words of the outlet's name
};

// Kinds of reports and of meetings: what `filter.kind` may be.
std::vector<std::string> export_kinds();

// An error: there is no such meeting or visit, or no document gives an account of it.
Result<RecordExport> export_record(const Record& record, const Reader& reader,
                                   const ExportFormat& format, const ExportChoice& choice,
                                   const ExportOptions& options, int threads);

}  // namespace verbale
