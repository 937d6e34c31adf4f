#include "cli/left_out.h"

#include <fmt/format.h>

#include "cli/output.h"

namespace verbale {

void note_left_out(const Record& record, const EntryFilter& filter, bool nothing_found) {
  if (nothing_found) print_note("nothing found");
  if (filter.from.empty() && filter.to.empty()) return;
  EntryFilter whenever;
  whenever.side = filter.side;
  whenever.document = filter.document;
  int64_t undated = 0;
  const Result<void> listed =
      record.each_document(whenever, [&](const ListedDocument& document) {
        undated += document.published.empty() ? 1 : 0;
      });
  if (!listed || undated == 0) return;
  print_note(fmt::format("{} without a date {} left out", undated == 1 ? "one document"
                         : fmt::format("{} documents", undated),
                         undated == 1 ? "is" : "are"));
}

}  // namespace verbale
