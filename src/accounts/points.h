// From links between clauses to points: clauses of any accounts that are the same proposition.
#pragma once

#include <vector>

#include "accounts/links.h"

namespace verbale {

struct ClauseGroup {
  std::vector<int32_t> clauses;  // indices of the field, rising
};

struct PointGroups {
  std::vector<ClauseGroup>
      groups;  // every clause is in exactly one; in the order of their first clauses
  std::vector<ClauseLink> links;  // what they were made from, by falling score
};
PointGroups group_clauses(const ClauseField& field);

}  // namespace verbale
