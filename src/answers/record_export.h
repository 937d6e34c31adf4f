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

struct ExportChoice {
  EntryFilter filter;
  std::string meeting;  // id of a meeting or visit: only documents that tell of it; empty: all
};

// An error: there is no such meeting or visit, or no document gives an account of it.
Result<RecordExport> export_record(const Record& record, const Reader& reader,
                                   const ExportFormat& format, const ExportChoice& choice,
                                   const ExportOptions& options, int threads);

}  // namespace verbale
