// What can be proved of a record from its text alone: each string at its place, each reference to
// something that is there, each derived claim from its statement.
#pragma once

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json_value.h"
#include "base/utf8.h"
#include "record/ids.h"

namespace verbale {

// One thing that is not as the record says.
struct Finding {
  std::string document;
  std::string entry;  // id, may be empty
  std::string what;
};
using FindingSink = std::function<void(Finding)>;

// A text with its entries, as `read --json` gives them.
struct CheckedRecord {
  std::string document;   // name, for findings
  std::string_view text;
  JsonValue head;         // the `document` object, or null
  std::array<std::vector<JsonValue>, kLayers> entries;

  const std::vector<JsonValue>& of(Layer layer) const {
    return entries[static_cast<size_t>(layer)];
  }
};

// Reports every failure; returns how many strings were proved.
size_t check_record(const CheckedRecord& record, const FindingSink& report);

// The id of an entry as its JSON has it.
const std::string& entry_id(Layer layer, const JsonValue& entry);

// The code point an entry hangs on, from its JSON (see record/ids.h); -1 if it has none.
int64_t anchor_of_json(Layer layer, const JsonValue& entry);

}  // namespace verbale
