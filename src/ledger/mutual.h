// Threads that are one although their clauses are not alike enough.
//
// Where the one mentions the thing of the other at the other's meeting, and the other that of the
// one at the one's, both speak of one thing: "legal and legitimate interests" at one meeting,
// "legitimate interests" at the next.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/mentions.h"
#include "ledger/threads.h"

namespace verbale {

// `groups`: of candidates, sorted; the result as well. `meetings`: first candidate of each
// meeting, and behind the last one the number of candidates.
std::vector<std::vector<int32_t>> join_mutual(std::span<const Candidate> candidates,
                                              std::vector<std::vector<int32_t>> groups,
                                              std::span<const int32_t> meetings,
                                              const MentionFinder& mentions,
                                              const CoreLikeness& likeness);

}  // namespace verbale
