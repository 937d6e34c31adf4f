#include "quantities/quantities.h"

namespace verbale {

void find_quantities(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
