// Meetings and visits of the record as JSON (the contract).
#pragma once

#include <string>

#include "base/json_writer.h"
#include "store/meeting_lists.h"

namespace verbale {

void write_meeting(JsonWriter& json, const ListedMeeting& meeting);

// With its meetings, whole.
void write_visit(JsonWriter& json, const ListedVisit& visit);

}  // namespace verbale
