// What was undertaken, as the accounts of one meeting tell it together: each undertaking once, with
// every account that tells it.
#pragma once

#include <vector>

#include "accounts/compare.h"

namespace verbale {

// A commitment of one account.
struct ToldCommitment {
  int32_t account = -1;     // index into Comparison::accounts
  int32_t commitment = -1;  // index into that document's commitments
};

struct SharedUndertaking {
  CommitmentKind kind = CommitmentKind::Proposed;  // of the account that goes furthest
  int32_t point = -1;                              // index into Comparison::points
  std::vector<ToldCommitment> told;                // not empty; the first is the one to quote
};

// Every commitment that a point holds is in exactly one undertaking, in the order of the points.
// Accounts tell the same undertaking where the same point holds their commitments; a point in which
// one account tells several holds at least as many undertakings.
std::vector<SharedUndertaking> shared_undertakings(const Comparison& comparison);

}  // namespace verbale
