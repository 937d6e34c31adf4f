// A saved web page as a document.
#pragma once

#include <string>
#include <string_view>

#include "base/error.h"
#include "record/document.h"

namespace verbale {

// The main text of the page, a block a line, with the map to the bytes of the page; what the page
// says of itself in source.stated; the encoding. `path` is for messages.
Result<Document> read_page(std::string_view bytes, const std::string& path);

// The charset that a page declares in a <meta> of its first 4,096 bytes; empty where it does not.
std::string declared_charset(std::string_view bytes);

}  // namespace verbale
