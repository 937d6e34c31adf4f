// Decisions as JSON: what `verbale decisions --json` prints, `verbale import decisions` reads, and
// the store keeps of a correction. Places are [start, end] in code points; ids of actors as in the
// entries.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/json_value.h"
#include "base/json_writer.h"
#include "record/decision.h"

namespace verbale {

// "accept", "reject", "correct", "nothing-here", "comment"; and back.
std::string_view verdict_name(Verdict verdict);
std::optional<Verdict> verdict_from(std::string_view name);

// What the JSON calls `action`: the verdict, or "adjudicate".
std::string_view action_name(const Decision& decision);

// An object with the fields that are there, in the order of kCorrectionFields.
void write_correction(JsonWriter& json, const Correction& correction);
std::string correction_to_json(const Correction& correction);
// Refuses an unknown field and a value of the wrong kind, by name; values of closed sets are
// checked against their layer by check_correction.
Result<Correction> correction_from_json(const JsonValue& json);

// All fields of an entry of that layer, from its JSON as in `read --json`.
Correction correction_from_body(Layer layer, const JsonValue& body);

std::string named_actors_to_json(const std::vector<NamedActor>& actors);
std::vector<NamedActor> named_actors_from_json(const JsonValue& json);

// The decision as one object; `document` is the name that the record has for the text, null where
// empty.
void write_decision(JsonWriter& json, const Decision& decision, std::string_view document);
// Refuses what is none; the id must follow from the rest. What it says is judged by record/decision_check.h.
Result<Decision> decision_from_json(const JsonValue& json);

// The id that follows from everything but `withdrawn_at`: whoever changes a word of it, of the entry as it
// stood or of the actors makes another decision.
std::string decision_id(const Decision& decision);

}  // namespace verbale
