#include "instruments/instruments.h"

namespace verbale {

void find_instruments(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
