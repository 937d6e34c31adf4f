#include "visits/places.h"

#include "base/utf8.h"

namespace verbale {

void PlaceFinder::add(std::string_view name, std::string_view city, std::string_view state) {
  if (name.empty()) return;
  known_.try_emplace(fold(name), Known{fold(city), std::string(state)});
}

PlaceFinder::PlaceFinder(const World& world) {
  for (const Place& place : world.places()) {
    const std::string_view city = place.region ? std::string_view() : std::string_view(place.name);
    add(place.name, city, place.state);
    for (const std::string& name : place.names) add(name, city, place.state);
  }
  for (const State& state : world.states()) {
    if (!state.capital.empty()) add(state.capital, state.capital, state.id);
    add(state.name, {}, state.id);
    add(state.official, {}, state.id);
    for (const std::string& name : state.names) add(name, {}, state.id);
    for (const std::string& name : state.abbreviations) add(name, {}, state.id);
  }
}

ReportedPlace PlaceFinder::find(const std::string& name) const {
  ReportedPlace place{name, {}, {}};
  const std::string folded = fold(name);
  // "Washington, D.C.", "Kazan, Russia"
  for (const std::string& part : {folded, folded.substr(0, folded.find(','))}) {
    const auto found = known_.find(part);
    if (found == known_.end()) continue;
    place.city = found->second.city;
    place.state = found->second.state;
    break;
  }
  return place;
}

}  // namespace verbale
