// People, network and heat map over the documents of the record: asked for, and as JSON.
#pragma once

#include <string>
#include <vector>

#include "answers/materials.h"
#include "base/json_writer.h"
#include "overview/heat.h"
#include "overview/network.h"
#include "overview/people.h"
#include "pipeline/pipeline.h"
#include "store/lists.h"

namespace verbale {

// Of the filter's fields `act` does not apply; `kind` is of the actor, the others are of documents and meetings.
Result<std::vector<ActorOverview>> people_of_record(const Record& record, const EntryFilter& filter,
                                                    const Knowledge& knowledge);
// By id, or by one that entries name him by; null: nobody.
const ActorOverview* find_person(const std::vector<ActorOverview>& people, const std::string& id);

// `whole`: every document that tells of an office, the meetings, the acts; else the first and the last of each office.
void write_person(JsonWriter& json, const ActorOverview& actor, bool whole);
// One array, an actor a line.
std::string people_json(const std::vector<ActorOverview>& people);

Result<MeetingNetwork> network_of_record(const Record& record, const EntryFilter& filter, bool of_states,
                                         const Knowledge& knowledge);
std::string network_json(const MeetingNetwork& network);

struct HeatQuestion {
  bool topics = false;              // else frameworks
  std::vector<std::string> states;  // alpha-3: meetings of all of them; none: all meetings
  std::string from;
  std::string to;
  int64_t rows = 60;                // at most; -1: all
  int32_t least = 0;                // columns and sides that a row is counted in; 0: 2 of topics, 1 of frameworks
};
Result<HeatMap> heat_of_record(const Record& record, const HeatQuestion& question, const LedgerMaterials& materials,
                               int threads);
std::string heat_json(const HeatMap& map);

}  // namespace verbale
