// Persons' names: those of the packs, those a title stands before, and those named again.
#pragma once

#include <string_view>
#include <vector>

#include "names/token_view.h"
#include "record/document.h"

namespace verbale {

struct PersonName {
  TokenRange tokens;  // with the title
  TokenRange core;
  std::string_view id;  // of the packs, else ""
  std::string_view made_by;
};

// `proposed`: by token, whether the recogniser takes it for a part of a person's name. In text order;
// no two overlap.
std::vector<PersonName> find_persons(const Document& document, const Knowledge& knowledge,
                                     const TokenView& view, const std::vector<bool>& proposed);

}  // namespace verbale
