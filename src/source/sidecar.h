// Metadata beside a file: NAME.json next to NAME.txt, with the keys of front matter.
#pragma once

#include <optional>
#include <string>

#include "base/error.h"
#include "record/document.h"

namespace verbale {

// The metadata of the JSON object in `json`: title, date, outlet (or source), url, language (or
// lang), side. Other keys are passed over. An error names `path` if the text is no JSON object.
Result<GivenMetadata> parse_sidecar(const std::string& json, const std::string& path);

// The sidecar of a file: its path without .gz or .zst and then its ending, with ".json". nullopt
// where there is none, and for a file that is itself a .json.
Result<std::optional<GivenMetadata>> read_sidecar(const std::string& path);

// Sets what `more` gives over what was given so far.
void overlay(GivenMetadata& given, const GivenMetadata& more);

}  // namespace verbale
