// For tests: the packs of the checkout, loaded once.
#pragma once

#include <memory>

#include "knowledge/knowledge.h"
#include "knowledge/tsv.h"

namespace verbale {

inline const Knowledge& test_knowledge() {
  static const std::unique_ptr<const Knowledge> loaded = load_knowledge(find_home().value()).value();
  return *loaded;
}

}  // namespace verbale
