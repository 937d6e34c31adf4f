#include "meetings/meetings.h"

namespace verbale {

void find_meetings(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
