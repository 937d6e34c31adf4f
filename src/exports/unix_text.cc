#include "exports/unix_text.h"

#include <algorithm>

namespace verbale {

uint32_t UnixText::moved(uint32_t code_point) const {
  const auto before = std::ranges::lower_bound(carriage_returns, code_point);
  return code_point - static_cast<uint32_t>(before - carriage_returns.begin());
}

UnixText with_unix_lines(std::string_view text) {
  UnixText out;
  uint32_t code_point = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    const bool starts = (c & 0xC0) != 0x80;
    if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') {
      out.carriage_returns.push_back(code_point);
    } else {
      out.text += c == '\r' ? '\n' : text[i];
    }
    if (starts) ++code_point;
  }
  return out;
}

}  // namespace verbale
