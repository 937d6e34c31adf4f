// A document on its way through the pipeline, as JSON: everything that the stages so far know of it, so
// that a stage can be looked at, tested and measured alone, and the way be gone on later.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "record/document.h"

namespace verbale {

struct DocumentState {
  std::string stage;  // the last one that has run
  Document document;
};

// One line of JSON. Places are in code points; tokens, sentences and entries name each other by their
// number in their list. What is empty is left out.
std::string state_to_json(const Document& document, std::string_view stage);

// The way back. Refuses what no stage could have written: numbers that name nothing, tokens out of order,
// heads that form no tree. `file` and `line` are for the message.
Result<DocumentState> state_from_json(std::string_view json, const std::string& file, size_t line);

}  // namespace verbale
