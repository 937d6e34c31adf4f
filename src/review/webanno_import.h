// What an annotator made of a document that was exported as WebAnno TSV 3, as decisions.
#pragma once

#include <string>
#include <string_view>

#include "review/import.h"

namespace verbale {

// The file's tokens must stand in the text of the document; `path` names the document unless `as`
// does.
Result<ImportedDecisions> import_webanno(const Record& record, const Knowledge& knowledge,
                                         std::string_view bytes, const std::string& path,
                                         const ImportAs& as);

}  // namespace verbale
