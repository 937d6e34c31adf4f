#include "answers/state_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"

namespace verbale {
namespace {

// Letters alone, so that "Viet Nam", "Vietnam" and "U.S.A." are met however they are typed.
std::string letters(std::string_view name) {
  std::string out;
  for (const char c : fold(name)) {
    if ((c >= 'a' && c <= 'z') || (c & 0x80) != 0) out += c;
  }
  return out;
}

std::vector<std::string> names_of(const State& state) {
  std::vector<std::string> names = {state.id, state.name, state.official};
  names.insert(names.end(), state.names.begin(), state.names.end());
  names.insert(names.end(), state.abbreviations.begin(), state.abbreviations.end());
  return names;
}

// Levenshtein's distance of bytes.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  for (size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t corner = row[0];
    row[0] = i;
    for (size_t k = 1; k <= b.size(); ++k) {
      const size_t above = row[k];
      row[k] = std::min({above + 1, row[k - 1] + 1, corner + (a[i - 1] == b[k - 1] ? 0 : 1)});
      corner = above;
    }
  }
  return row[b.size()];
}

}  // namespace

Result<std::string> find_state(const World& world, const std::string& name) {
  constexpr size_t kLongest = 100;
  constexpr size_t kNearest = 3;
  const std::string asked = letters(std::string_view(name).substr(0, kLongest));
  std::vector<std::pair<size_t, std::string>> near;
  for (const State& state : world.states()) {
    size_t best = kLongest;
    for (const std::string& known : names_of(state)) {
      const std::string plain = letters(known);
      if (!asked.empty() && plain == asked) return state.id;
      if (known != state.id) best = std::min(best, distance(asked, plain));
    }
    near.emplace_back(best, fmt::format("{} ({})", state.name, state.id));
  }
  std::ranges::sort(near);
  std::string nearest;
  for (size_t i = 0; i < std::min(kNearest, near.size()); ++i)
    nearest += (i == 0 ? "" : ", ") + near[i].second;
  return fail(name, "there is no such state or file", "the nearest states are " + nearest);
}

}  // namespace verbale
