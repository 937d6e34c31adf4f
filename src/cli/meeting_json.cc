#include "cli/meeting_json.h"

#include "base/json_value.h"

namespace verbale {
namespace {

void write_or_null(JsonWriter& json, const char* name, const std::string& value) {
  json.key(name);
  if (value.empty()) {
    json.null();
  } else {
    json.value(value);
  }
}

void write_participants(JsonWriter& json, const JsonValue& participants) {
  json.key("participants").begin_array();
  for (const JsonValue& participant : participants.items) {
    json.begin_object().key("id").value(participant.at("id").text);
    json.key("name").value(participant.at("name").text);
    write_or_null(json, "role", participant.at("role").at("text").text);
    write_or_null(json, "side", participant.at("side").text);
    json.end_object();
  }
  json.end_array();
}

}  // namespace

std::string meeting_json(const ListedEntry& meeting, const std::vector<ListedDocument>& publications) {
  const JsonValue body = JsonValue::parse(meeting.body).value_or(JsonValue());
  JsonWriter json;
  json.begin_object().key("id").value(meeting.id).key("kind").value(body.at("kind").text);
  body.at("date").write(json.key("date"));
  body.at("place").write(json.key("place"));
  write_participants(json, body.at("participants"));
  body.at("host").write(json.key("host"));
  json.key("accounts").begin_array();
  for (const ListedDocument& publication : publications) {
    json.begin_object().key("document").value(publication.name);
    write_or_null(json, "side", publication.side);
    write_or_null(json, "outlet", publication.outlet);
    write_or_null(json, "report_kind", publication.report_kind);
    json.key("evidence").begin_array();
    body.at("text").write(json);
    json.end_array().end_object();
  }
  json.end_array();
  if (body.at("inferred").is_true()) body.at("inferred").write(json.key("inferred"));
  return json.key("made_by").value(body.at("made_by").text).end_object().take();
}

}  // namespace verbale
