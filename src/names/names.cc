#include "names/names.h"

namespace verbale {

void find_names(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
