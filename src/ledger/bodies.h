// Bodies that are set up for the thing of another thread: "trade promotion offices" are a step of
// trade.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "ledger/candidates.h"

namespace verbale {

struct BodyStep {
  int32_t group = -1;  // whose thing the body is for
  int32_t candidate = -1;
  int32_t step = -1;  // of the candidate
};

// For each body the group that most speaks of what it is for, where an earlier meeting told of
// that. By group, candidate.
std::vector<BodyStep> find_bodies(std::span<const Candidate> candidates,
                                  std::span<const std::vector<int32_t>> groups);

std::vector<BodyStep> bodies_of_group(std::span<const BodyStep> bodies, int32_t group);

}  // namespace verbale
