#include "statements/statements.h"

namespace verbale {

void find_statements(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
