#include <algorithm>
#include <set>

#include "accounts/json.h"

namespace verbale {
namespace {

bool is_of(const Document& document, std::string_view only) {
  return document.source.name == only || document.publication.side.value == only;
}

bool fits(const Comparison& comparison, const Point& point, const PointFilter& filter,
          int32_t witnesses) {
  if (filter.agree) return point.shared() && point.witnesses == witnesses;
  if (filter.differs) return point.shared() && !point.differences.empty();
  if (filter.only.empty()) return true;
  return std::ranges::all_of(point.parts, [&](const PointPart& part) {
    return is_of(*comparison.accounts[static_cast<size_t>(part.account)], filter.only);
  });
}

}  // namespace

int32_t read_witnesses(const Comparison& comparison) {
  std::set<int32_t> witnesses;
  for (size_t a = 0; a < comparison.accounts.size(); ++a) {
    if (comparison.readable[a]) witnesses.insert(comparison.witness[a]);
  }
  return static_cast<int32_t>(witnesses.size());
}

std::string unread_note(const Comparison& comparison, size_t account) {
  if (comparison.readable[account]) return {};
  const std::string& language = comparison.accounts[account]->publication.language;
  return language.empty() ? "not read" : "not read (" + language + ")";
}

std::vector<int32_t> chosen_points(const Comparison& comparison, const PointFilter& filter) {
  const int32_t witnesses = read_witnesses(comparison);
  std::vector<int32_t> chosen;
  for (size_t p = 0; p < comparison.points.size(); ++p) {
    if (!fits(comparison, comparison.points[p], filter, witnesses)) continue;
    chosen.push_back(static_cast<int32_t>(p));
  }
  return chosen;
}

std::string wording_of(const Comparison& comparison, const Point& point) {
  std::string wording;
  for (const Difference& difference : point.differences) {
    wording += (wording.empty() ? "" : "; ") + std::string(to_string(difference.kind)) + ": ";
    bool first = true;
    for (const Version& version : difference.versions) {
      if (!first) wording += " / ";
      first = false;
      const std::string& name =
          comparison.accounts[static_cast<size_t>(version.account)]->source.name;
      wording += name + " " + (version.value.empty() ? "-" : version.value);
    }
  }
  return wording;
}

}  // namespace verbale
