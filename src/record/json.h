// A document's record as the JSON of the contract (`verbale read --json`).
#pragma once

#include <string>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "record/document.h"

namespace verbale {

// Writes {"text","start","end"} with places in code points; null for an empty span.
void write_string(JsonWriter& json, const Document& document, const CodePointIndex& index, Span span);

// The whole record, keys in the order of the guidelines. pretty: one entry a line.
std::string record_to_json(const Document& document, bool pretty);

}  // namespace verbale
