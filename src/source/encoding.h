// From bytes in some encoding to UTF-8, with the map back.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "record/document.h"

namespace verbale {

struct Decoded {
  std::string text;      // well-formed UTF-8 without a byte order mark
  std::string encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1258", ...
  std::vector<OffsetPiece> offsets;  // empty: text and bytes are the same
};

// Tells the encoding and decodes: a byte order mark, else `declared` (a charset a page names
// itself, may be empty), else UTF-8 if the bytes are that, else what uchardet takes them for, if
// they are valid in it. Errors, with the byte: binary data (NUL), UTF-8 with broken places, an
// encoding that is not known. `path` is for messages.
Result<Decoded> decode(std::string_view bytes, std::string_view declared, const std::string& path);

}  // namespace verbale
