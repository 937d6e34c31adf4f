#include "statements/statements.h"

namespace verbale {

void find_parents(std::vector<Statement>& all) {
  for (size_t i = 0; i < all.size(); ++i) {
    all[i].parent = -1;
    const Span anchor = all[i].cue.empty() ? all[i].content[0] : all[i].cue;
    // Contents reach over a sentence or a quotation: only neighbours can hold this one.
    const size_t from = i < 40 ? 0 : i - 40;
    const size_t to = std::min(all.size(), i + 40);
    for (size_t j = from; j < to; ++j) {
      if (j == i) continue;
      for (const Span content : all[j].content) {
        if (!content.contains(anchor) || content == anchor) continue;
        const int32_t known = all[i].parent;
        if (known < 0 || all[static_cast<size_t>(known)].content[0].size() > content.size()) {
          all[i].parent = static_cast<int32_t>(j);
        }
      }
    }
  }
}

}  // namespace verbale
