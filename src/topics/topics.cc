#include "topics/topics.h"

namespace verbale {

void find_topics(Document& document, const Knowledge& knowledge) {
  (void)document;
  (void)knowledge;
}

}  // namespace verbale
