#include "frameworks/frameworks.h"

namespace verbale {

void find_frameworks(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
