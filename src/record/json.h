// A document's record as the JSON of the contract (`verbale read --json`).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "record/document.h"
#include "record/ids.h"

namespace verbale {

// Writes {"text","start","end"} with places in code points; null for an empty span.
void write_string(JsonWriter& json, const Document& document, const CodePointIndex& index, Span span);

// The whole record, keys in the order of the guidelines. pretty: one entry a line.
std::string record_to_json(const Document& document, bool pretty);

// The same entries one by one, each a compact object, by layer and in the order of its list; with
// `ids` instead of fresh ones.
using RecordBodies = std::array<std::vector<std::string>, kLayers>;
RecordBodies entries_to_json(const Document& document, const CodePointIndex& index,
                             const RecordIds& ids);

}  // namespace verbale
