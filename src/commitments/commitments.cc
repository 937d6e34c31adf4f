#include "commitments/commitments.h"

namespace verbale {

void find_commitments(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
