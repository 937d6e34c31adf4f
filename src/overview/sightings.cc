#include "overview/sightings.h"

#include <optional>
#include <utility>

#include "base/json_value.h"
#include "store/actor_lists.h"

namespace verbale {
namespace {

uint32_t place(const JsonValue& value) { return value.is_integer() ? static_cast<uint32_t>(value.integer) : 0; }

RoleSighting role_of(const JsonValue& role) {
  const JsonValue& words = role.at("from_text");
  return {role.at("title").string(), words.at("text").string(), place(words.at("start")), place(words.at("end"))};
}

}  // namespace

Result<std::vector<ActorSighting>> read_sightings(const Record& record, const EntryFilter& filter) {
  Result<SpeakerCounts> speakers = count_speakers(record);
  if (!speakers) return std::unexpected(speakers.error());
  std::vector<ActorSighting> sightings;
  EntryFilter all = filter;
  all.limit = -1;
  all.act.clear();
  const Result<void> done = record.each_entry(Layer::Actor, all, [&](const ListedEntry& entry) {
    const std::optional<JsonValue> body = JsonValue::parse(entry.body);
    if (!body) return;
    ActorSighting& sighting = sightings.emplace_back();
    sighting.id = body->at("id").string();
    sighting.name = body->at("name").string();
    sighting.kind = body->at("kind").string();
    sighting.state = body->at("state").string();
    sighting.document = entry.document;
    sighting.date = entry.date;
    for (const JsonValue& role : body->at("roles").items) sighting.roles.push_back(role_of(role));
    const auto counts = speakers->find({entry.text, sighting.id});
    if (counts != speakers->end()) sighting.statements = counts->second;
  });
  if (!done) return std::unexpected(done.error());
  return sightings;
}

}  // namespace verbale
