// What an annotator made of a document that was exported as WebAnno TSV 3, as decisions.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "review/import.h"

namespace verbale {

// What an export held, by the id of its text.
struct HeldClaims {
  size_t tokens = 0;
  std::map<std::string, std::string, std::less<>> claims;  // digests by id (record/annotation.h)
};
using HeldByText = std::map<std::string, HeldClaims, std::less<>>;

// Adds what the head of an exported file says that it holds; `path` is for the error.
Result<void> note_held(HeldByText& held, std::string_view bytes, const std::string& path);

// The file's tokens must stand in the text of the document and cover it; `path` names the document unless `as`
// does. `held`: what is known of the export beside the file's own head, which annotation programs drop.
Result<ImportedDecisions> import_webanno(const Record& record, const Knowledge& knowledge,
                                         std::string_view bytes, const std::string& path,
                                         const ImportAs& as, const HeldByText& held);

}  // namespace verbale
