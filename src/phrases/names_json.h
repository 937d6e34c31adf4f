// The JSON of `verbale names`.
#pragma once

#include <span>
#include <string>

#include "phrases/named_things.h"

namespace verbale {

// One array; its schema stands in docs/names-and-phrases.md.
std::string names_to_json(std::span<const NamedThing> things,
                          std::span<const Document* const> documents);

}  // namespace verbale
