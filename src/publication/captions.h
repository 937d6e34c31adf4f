// Captions and credits of pictures.
#pragma once

#include <cstddef>
#include <string_view>

#include "knowledge/knowledge.h"

namespace verbale {

// Bytes at the start of a line that are a caption with its credit, "X meets Y (Photo: VNA)"; the
// whole line where no text follows; 0 where there is none. A caption is one sentence long at most.
struct Caption {
  size_t begin = 0;
  size_t end = 0;
  bool empty() const { return begin >= end; }
};
Caption find_caption(std::string_view line, const Knowledge& knowledge);

}  // namespace verbale
