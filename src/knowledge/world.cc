#include "knowledge/world.h"

#include <algorithm>

namespace verbale {
namespace {

// The packs' ids are sorted when loaded, so that an id is found by halving.
template <class Entry>
const Entry* find_id(const std::vector<Entry>& entries, std::string_view id) {
  const auto found = std::lower_bound(
      entries.begin(), entries.end(), id,
      [](const Entry& entry, std::string_view wanted) { return entry.id < wanted; });
  return found == entries.end() || found->id != id ? nullptr : &*found;
}

}  // namespace

const State* World::state(std::string_view alpha3) const { return find_id(states_, alpha3); }
const Person* World::person(std::string_view id) const { return find_id(persons_, id); }
const Organisation* World::organisation(std::string_view id) const {
  return find_id(organisations_, id);
}

std::span<const int32_t> World::terms_of(int32_t person) const {
  return terms_of_[static_cast<size_t>(person)];
}

std::vector<int32_t> World::holders(std::string_view alpha3, OfficeKind kind,
                                    std::string_view day) const {
  std::vector<int32_t> found;
  for (size_t i = 0; i < terms_.size(); ++i) {
    const Term& term = terms_[i];
    if (term.kind != kind || term.state != alpha3 || term.from.empty()) continue;
    // A year or a month as a last day means until its end: compare as far as it goes.
    if (term.from > day || (!term.to.empty() && term.to < day.substr(0, term.to.size()))) continue;
    found.push_back(static_cast<int32_t>(i));
  }
  return found;
}

}  // namespace verbale
