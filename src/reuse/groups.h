// Texts that are one account.
#pragma once

#include <span>
#include <vector>

#include "reuse/reuse.h"

namespace verbale {

// `order`: all texts by time. Each text in turn joins the group whose first text it is a verified
// copy of, the one it shares most with; a copy of a copy that does not itself hold enough of the
// first text stays outside.
std::vector<TextGroup> group_copies(std::span<const TextPair> pairs,
                                    std::span<const uint32_t> order);

}  // namespace verbale
