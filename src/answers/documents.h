// One document of the record: its text, how it is laid out, and all that was read from it.
#pragma once

#include <string>

#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

// {"document": row of the list, "text", "paragraphs", "record": as `read --json` with the record's
// own ids, "meetings": ids, "same_text": names, "decisions"}. `name`: name or id of the document.
Result<std::string> document_to_json(const Record& record, const std::string& name,
                                     const Reader& reader);

}  // namespace verbale
