// The places in what is worked out over several documents (compare, ledger, names, phrases): each
// copied string at its characters, in the document that the JSON names for it.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/json_value.h"
#include "verify/checks.h"

namespace verbale {

using DocumentTexts = std::map<std::string, std::string_view, std::less<>>;  // by name

// A string's document is that of the nearest `document` or `doc` beside or above it, or the key above
// it that is a document's name. `what`: for findings. Returns how many strings were looked at.
size_t check_places(const JsonValue& json, const DocumentTexts& texts, std::string_view what,
                    const FindingSink& report);

}  // namespace verbale
