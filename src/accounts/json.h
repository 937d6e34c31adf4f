// A comparison as the JSON of the contract (`verbale compare --json`).
#pragma once

#include <string>
#include <vector>

#include "accounts/compare.h"

namespace verbale {

// The points to be shown, as indices into Comparison::points. Empty strings and false: all of them.
struct PointFilter {
  bool agree = false;    // all accounts that can be read have it
  bool differs = false;  // shared, and told differently
  std::string
      only;  // one account alone has it: this side's (alpha-3), or the document of that name
};
std::vector<int32_t> chosen_points(const Comparison& comparison, const PointFilter& filter);

// "to-lam + xi-jinping / to-lam; strength: stressed / said": how accounts tell a shared point, in
// one line.
std::string wording_of(const Comparison& comparison, const Point& point);

// `meeting`: its id, or a name made of its accounts.
std::string comparison_to_json(const Comparison& comparison, std::string_view meeting,
                               const PointFilter& filter);

}  // namespace verbale
