// A text with LF as its only line end: what programs that read an archive make of CR LF on their own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace verbale {

struct UnixText {
  std::string text;
  std::vector<uint32_t> carriage_returns;  // code points of the CRs that were dropped, in order

  // Where code point `code_point` of the old text stands in the new one.
  uint32_t moved(uint32_t code_point) const;
};

UnixText with_unix_lines(std::string_view text);

}  // namespace verbale
