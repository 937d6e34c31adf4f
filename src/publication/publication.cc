#include "publication/publication.h"

namespace verbale {

void read_publication(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

void settle_publication(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
