#include "phrases/names_json.h"

#include <map>

#include "base/json_writer.h"
#include "phrases/places_json.h"

namespace verbale {
namespace {

// The first place of each name in each document, by document.
std::map<std::string_view, std::vector<DocumentPlace>> first_places(const NamedThing& thing,
                                                                    const PlaceWriter& places) {
  std::map<std::string_view, std::vector<DocumentPlace>> out;
  for (const NameUse& use : thing.uses) {
    int32_t last = -1;
    for (const DocumentPlace place : use.places) {
      if (place.document != last) out[places.document(place.document).source.name].push_back(place);
      last = place.document;
    }
  }
  return out;
}

void write_use(JsonWriter& json, const NameUse& use, PlaceWriter& places) {
  json.begin_object().key("name").value(use.name);
  json.key("count").value(static_cast<int64_t>(use.places.size()));
  json.key("sides").begin_object();
  for (const auto& [side, count] : use.sides)
    json.key(side.empty() ? "unknown" : side).value(count);
  json.end_object();
  json.key("known_users").begin_array();
  for (const std::string& state : use.known_users) json.value(state);
  json.end_array();
  json.key("first");
  places.write_dated(json, use.places[0]);
  json.end_object();
}

}  // namespace

std::string names_to_json(std::span<const NamedThing> things,
                          std::span<const Document* const> documents) {
  PlaceWriter places(documents);
  JsonWriter json(2);
  json.begin_array();
  for (const NamedThing& thing : things) {
    json.begin_object()
        .key("id")
        .value(thing.id)
        .key("name")
        .value(thing.name)
        .key("kind")
        .value(thing.kind);
    json.key("same").begin_array();
    for (const NameUse& use : thing.uses) json.value(use.name);
    json.end_array();
    json.key("used_by").begin_object();
    for (const auto& [document, first] : first_places(thing, places)) {
      json.key(document).begin_array();
      for (const DocumentPlace place : first) places.write(json, place);
      json.end_array();
    }
    json.end_object();
    json.key("names").begin_array();
    for (const NameUse& use : thing.uses) write_use(json, use, places);
    json.end_array();
    json.key("made_by").begin_array();
    for (const std::string_view rule : thing.made_by) json.value(rule);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  return json.take();
}

}  // namespace verbale
