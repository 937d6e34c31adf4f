// "He said he would come": who is corrected as the speaker is meant by the pronouns as well.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "record/document.h"

namespace verbale {

// The singular pronouns in source and content of the statement that were taken for its one speaker
// before are mentions of its one speaker now. Where there are several of either, or none, a pronoun
// says nothing of them.
void let_pronouns_follow(Document& document, const Statement& statement,
                         const std::vector<int32_t>& before, std::string_view made_by);

}  // namespace verbale
