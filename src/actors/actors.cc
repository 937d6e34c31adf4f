#include "actors/actors.h"

namespace verbale {

void resolve_actors(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
