// Decisions from files: what `verbale decisions --json` wrote, a line or a list each, and what
// annotators made of `verbale export webanno`.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "record/decision.h"
#include "store/lists.h"

namespace verbale {

struct ImportAs {
  std::string reviewer;  // of a WebAnno file, which names none
  std::string at;
  std::string document;  // of a TSV file; empty: the one of the file's name
  std::string exported;  // path of the WebAnno export that the annotator began with; may be empty
};

struct ImportedDecisions {
  std::vector<Decision> decisions;  // not yet kept
  size_t known = 0;                 // already in the record
  std::vector<Error> refused;       // with file, line and remedy
  // Of WebAnno files: entries of the record that the annotator's file does not hold, and that it is not known to
  // have held: added or found since. Nothing is said of them.
  size_t left_alone = 0;
};

// Reads a file of any of these forms; told by its content. What an annotator changed against the
// record as it now is becomes a decision: another span, kind or who corrects, a label taken away
// rejects, a new one adds. A label counts as taken away only where the file, or the export that it was made of,
// says that it held it. Importing the same file again finds nothing to do.
Result<ImportedDecisions> import_decisions(const Record& record, const Knowledge& knowledge,
                                           const std::string& path, const ImportAs& as);

}  // namespace verbale
