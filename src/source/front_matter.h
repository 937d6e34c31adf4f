// Front matter: "key: value" lines between two lines "---" at the start of a text.
#pragma once

#include <string_view>

#include "record/document.h"

namespace verbale {

// Reads title, date, outlet (or source), url, language (or lang) and side into `given`; returns the
// bytes that the front matter takes, with the line break after it. 0: there is none, and `given` is
// untouched.
size_t read_front_matter(std::string_view text, GivenMetadata& given);

}  // namespace verbale
