#include "record/decision_json.h"

#include <fmt/format.h>

#include <array>

#include "base/iso_date.h"
#include "base/plain_line.h"

namespace verbale {
namespace {

constexpr std::array<std::string_view, 5> kVerdicts = {"accept", "reject", "correct",
                                                       "nothing-here", "comment"};

// ---- Fields of a correction by their type

void write_field(JsonWriter& json, const std::string& value) { json.value(value); }
void write_field(JsonWriter& json, bool value) { json.value(value); }
void write_field(JsonWriter& json, int64_t value) { json.value(value); }

void write_field(JsonWriter& json, CodeRange range) {
  if (range.empty()) {
    json.null();
  } else {
    json.begin_array().value(range.start).value(range.end).end_array();
  }
}

template <class Item>
void write_field(JsonWriter& json, const std::vector<Item>& items) {
  json.begin_array();
  for (const Item& item : items) write_field(json, item);
  json.end_array();
}

bool read_field(const JsonValue& json, std::string& value) {
  if (!json.is_string() && !json.is_null()) return false;
  value = json.text;
  return true;
}

bool read_field(const JsonValue& json, bool& value) {
  if (json.kind != JsonValue::Kind::Truth) return false;
  value = json.truth;
  return true;
}

bool read_field(const JsonValue& json, int64_t& value) {
  if (!json.is_integer()) return false;
  value = json.integer;
  return true;
}

bool read_field(const JsonValue& json, CodeRange& range) {
  range = {};
  if (json.is_null()) return true;
  if (!json.is_list() || json.items.size() != 2) return false;
  const JsonValue& start = json.items[0];
  const JsonValue& end = json.items[1];
  if (!start.is_integer() || !end.is_integer()) return false;
  if (start.integer < 0 || end.integer <= start.integer || end.integer > UINT32_MAX) return false;
  range = {static_cast<uint32_t>(start.integer), static_cast<uint32_t>(end.integer)};
  return true;
}

template <class Item>
bool read_field(const JsonValue& json, std::vector<Item>& items) {
  if (!json.is_list()) return false;
  for (const JsonValue& one : json.items) {
    if (one.is_null() || !read_field(one, items.emplace_back())) return false;
  }
  return true;
}

// ---- Fields of an entry's JSON

CodeRange range_of(const JsonValue& string) {
  if (!string.is_object()) return {};
  return {static_cast<uint32_t>(string.at("start").integer),
          static_cast<uint32_t>(string.at("end").integer)};
}

std::vector<CodeRange> ranges_of(const JsonValue& strings) {
  std::vector<CodeRange> ranges;
  for (const JsonValue& string : strings.items) ranges.push_back(range_of(string));
  return ranges;
}

std::vector<std::string> ids_of(const JsonValue& list) {
  std::vector<std::string> ids;
  for (const JsonValue& item : list.items)
    ids.push_back(item.is_object() ? item.at("id").text : item.text);
  return ids;
}

// ---- What a layer has

struct LayerFields {
  std::string_view names;  // each between blanks
  bool (*is_kind)(std::string_view);
};

template <class Value>
bool is_value(std::string_view name) {
  return value_from<Value>(name).has_value();
}

constexpr std::array<LayerFields, kLayers> kFieldsOfLayer = {{
    {" content source cue speaker to act form negated ", nullptr},
    {" content by ", nullptr},
    {" content kind by of also when mechanism general ", is_value<CommitmentKind>},
    {" content kind by date place host inferred ", is_value<MeetingKind>},
    {" content kind by count ", is_value<InstrumentKind>},
    {" content kind name ", is_value<FrameworkKind>},
    {" content kind value inferred ", is_value<QuantityKind>},
    {" kind name ", is_value<ActorKind>},
}};

constexpr int64_t kMostCount = 1'000'000;  // of documents signed at one time

// What a person writes stands on one line, without controls; a date is one of the calendar.
Result<void> check_words(std::string_view field, const std::string& value) {
  if (one_line(value) != value || find_malformed_utf8(value) != std::string_view::npos) {
    return fail(std::string(field), "is no line of text", "leave out line breaks and controls");
  }
  if (field == "date" && !value.empty() && !is_iso_date(value)) {
    return fail("date=" + value, "is no date", "YYYY, YYYY-MM or YYYY-MM-DD; empty for none");
  }
  return {};
}

Result<void> check_value(Layer layer, std::string_view field, const std::string& value) {
  if (Result<void> checked = check_words(field, value); !checked) return checked;
  bool known = true;
  if (field == "act") known = value_from<Act>(value).has_value();
  if (field == "form") known = value_from<Form>(value).has_value();
  if (field == "kind") known = kFieldsOfLayer[static_cast<size_t>(layer)].is_kind(value);
  if (known) return {};
  return fail(fmt::format("{}={}", field, value),
              fmt::format("no {} has that {}", layer_name(layer), field),
              "`verbale help` of the list names the values");
}

bool within(CodeRange range, uint32_t code_points) { return range.end <= code_points; }

}  // namespace

std::string_view verdict_name(Verdict verdict) { return kVerdicts[static_cast<size_t>(verdict)]; }

std::optional<Verdict> verdict_from(std::string_view name) {
  for (size_t i = 0; i < kVerdicts.size(); ++i) {
    if (kVerdicts[i] == name) return static_cast<Verdict>(i);
  }
  return std::nullopt;
}

std::string_view action_name(const Decision& decision) {
  return decision.adjudicates ? "adjudicate" : verdict_name(decision.verdict);
}

void write_correction(JsonWriter& json, const Correction& correction) {
  json.begin_object();
  for_each_field([&](const auto& field) {
    if (!(correction.*field.member)) return;
    json.key(field.name);
    write_field(json, *(correction.*field.member));
  });
  json.end_object();
}

std::string correction_to_json(const Correction& correction) {
  JsonWriter json;
  write_correction(json, correction);
  return json.take();
}

Result<Correction> correction_from_json(const JsonValue& json) {
  Correction correction;
  if (json.is_null()) return correction;
  if (!json.is_object()) return fail("change", "is no object", "give {\"field\": value}");
  for (const auto& [key, value] : json.members) {
    bool known = false;
    bool right = false;
    for_each_field([&](const auto& field) {
      if (field.name != key) return;
      known = true;
      right = read_field(value, (correction.*field.member).emplace());
    });
    if (!known)
      return fail("change." + key, "is no field of an entry",
                  "fields are those of `verbale show --json`");
    if (!right)
      return fail("change." + key, "has a value of the wrong kind",
                  "places are [start, end] in code points, actors lists of ids");
  }
  return correction;
}

Correction correction_from_body(Layer layer, const JsonValue& body) {
  Correction all;
  const std::string_view names = kFieldsOfLayer[static_cast<size_t>(layer)].names;
  const auto has = [&](std::string_view name) {
    return names.find(fmt::format(" {} ", name)) != names.npos;
  };
  all.content = layer == Layer::Statement ? ranges_of(body.at("content"))
                                          : std::vector{range_of(body.at("text"))};
  if (layer == Layer::Actor) all.content.reset();
  if (has("source")) all.source = range_of(body.at("source"));
  if (has("cue")) all.cue = range_of(body.at("cue"));
  if (has("speaker")) all.speaker = ids_of(body.at("speaker"));
  if (has("to")) all.to = ids_of(body.at("to"));
  if (has("act")) all.act = body.at("act").text;
  if (has("form")) all.form = body.at("form").text;
  if (has("negated")) all.negated = body.at("negated").is_true();
  if (has("kind")) all.kind = body.at("kind").text;
  if (has("by")) {
    const char* key = layer == Layer::Meeting      ? "participants"
                      : layer == Layer::Instrument ? "parties"
                                                   : "by";
    all.by = ids_of(body.at(key));
  }
  if (has("of")) all.of = ids_of(body.at("of"));
  if (has("also")) all.also = ranges_of(body.at("also"));
  if (has("when")) all.when = range_of(body.at("when"));
  if (has("mechanism")) all.mechanism = range_of(body.at("mechanism"));
  if (has("general")) all.general = body.at("general").is_true();
  if (has("date")) all.date = body.at("date").text;
  if (has("place")) all.place = body.at("place").text;
  if (has("host")) all.host = body.at("host").text;
  if (has("name")) all.name = body.at("name").text;
  if (has("value")) all.value = body.at("value").text;
  if (has("count") && body.at("count").is_integer()) all.count = body.at("count").integer;
  if (has("inferred")) all.inferred = body.at("inferred").is_true();
  return all;
}

namespace {

constexpr size_t kLongestValue = 2000;  // bytes
constexpr size_t kMostValues = 1000;    // of a list

// No entry of a text is larger.
template <class Value>
Result<void> check_size(std::string_view field, const Value& value) {
  if constexpr (requires { value.size(); value.begin(); }) {
    const bool text = std::is_same_v<Value, std::string>;
    if (value.size() <= (text ? kLongestValue : kMostValues)) return {};
    return fail(std::string(field), "is too long",
                text ? "at most 2000 bytes" : "at most 1000 ranges or ids");
  }
  return {};
}

}  // namespace

Result<void> check_correction(Layer layer, const Correction& correction, uint32_t code_points) {
  Result<void> checked;
  const std::string_view names = kFieldsOfLayer[static_cast<size_t>(layer)].names;
  for_each_field([&](const auto& field) {
    if (!checked || !(correction.*field.member)) return;
    if (names.find(fmt::format(" {} ", field.name)) == names.npos) {
      checked =
          fail(std::string(field.name), fmt::format("no {} has that field", layer_name(layer)),
               fmt::format("it has:{}", names));
    }
    if constexpr (std::is_same_v<std::decay_t<decltype(*(correction.*field.member))>, int64_t>) {
      const int64_t count = *(correction.*field.member);
      if (checked && (count < 0 || count > kMostCount))
        checked = fail(std::string(field.name), "is no count", "a number from 0 to 1,000,000");
    }
    if (checked) checked = check_size(field.name, *(correction.*field.member));
    if constexpr (std::is_same_v<std::decay_t<decltype(*(correction.*field.member))>,
                                 std::string>) {
      if (checked) checked = check_value(layer, field.name, *(correction.*field.member));
    }
  });
  if (!checked) return checked;
  bool inside = true;
  for (const std::optional<CodeRange>* range :
       {&correction.source, &correction.cue, &correction.when, &correction.mechanism}) {
    inside = inside && (!*range || within(**range, code_points));
  }
  for (const std::optional<std::vector<CodeRange>>* ranges :
       {&correction.content, &correction.also}) {
    if (!*ranges) continue;
    uint32_t end = 0;
    for (const CodeRange range : **ranges) {
      inside = inside && !range.empty() && within(range, code_points) &&
               (ranges != &correction.content || range.start >= end);
      end = range.end;
    }
  }
  if (!inside)
    return fail("change", "a place is not in the text, or not in its order",
                "places are code points from 0");
  if (correction.content && (correction.content->empty() ||
                             (layer != Layer::Statement && correction.content->size() != 1))) {
    return fail("content", "an entry needs its words",
                "give one range; several only of a statement");
  }
  return {};
}

std::string named_actors_to_json(const std::vector<NamedActor>& actors) {
  JsonWriter json;
  json.begin_array();
  for (const NamedActor& actor : actors) {
    json.begin_object().key("id").value(actor.id).key("name").value(actor.name);
    json.key("kind").value(to_string(actor.kind));
    if (!actor.state.empty()) json.key("state").value(actor.state);
    json.end_object();
  }
  return json.end_array().take();
}

std::vector<NamedActor> named_actors_from_json(const JsonValue& json) {
  std::vector<NamedActor> actors;
  for (const JsonValue& item : json.items) {
    actors.push_back({item.at("id").text, item.at("name").text,
                      value_from<ActorKind>(item.at("kind").text).value_or(ActorKind::Person),
                      item.at("state").text});
  }
  return actors;
}

namespace {

// The same for the same JSON, however it was written.
std::string plain_json(const std::string& json) {
  if (json.empty()) return {};
  JsonWriter plain;
  JsonValue::parse(json).value_or(JsonValue()).write(plain);
  return plain.take();
}

}  // namespace

std::string decision_id(const Decision& decision) {
  const bool anywhere = decision.claim.id.empty();
  return judgement_id(
      fmt::format("{}\n{}\n{} {}\n{} {} {} {}\n{} {} {}\n{}\n{}\n{}\n{}", decision.reviewer, decision.at,
                  action_name(decision), verdict_name(decision.verdict), decision.text,
                  anywhere ? "" : layer_name(decision.layer), decision.place.start,
                  decision.place.end, decision.claim.id, decision.claim.anchor, decision.claim.nth,
                  correction_to_json(decision.change), decision.comment, plain_json(decision.body),
                  named_actors_to_json(decision.actors)));
}

void write_decision(JsonWriter& json, const Decision& decision, std::string_view document) {
  const auto or_null = [&](const char* key, std::string_view value) {
    json.key(key);
    value.empty() ? json.null() : json.value(value);
  };
  json.begin_object().key("id").value(decision.id).key("reviewer").value(decision.reviewer);
  json.key("at").value(decision.at).key("action").value(action_name(decision));
  if (decision.adjudicates) json.key("verdict").value(verdict_name(decision.verdict));
  or_null("document", document);
  json.key("text_id").value(decision.text);
  or_null("layer", decision.claim.id.empty() ? std::string_view() : layer_name(decision.layer));
  json.key("text").begin_object().key("text").value(decision.words);
  json.key("start").value(decision.place.start).key("end").value(decision.place.end).end_object();
  or_null("entry", decision.claim.id);
  if (!decision.claim.id.empty())
    json.key("anchor").value(decision.claim.anchor).key("nth").value(decision.claim.nth);
  write_correction(json.key("change"), decision.change);
  json.key("actors").raw(named_actors_to_json(decision.actors));
  json.key("as_it_stood");
  decision.body.empty() ? json.null() : json.raw(decision.body);
  or_null("comment", decision.comment);
  or_null("withdrawn_at", decision.withdrawn_at);
  json.end_object();
}

Result<Decision> decision_from_json(const JsonValue& json) {
  Decision decision;
  decision.id = json.at("id").text;
  decision.reviewer = json.at("reviewer").text;
  decision.at = json.at("at").text;
  decision.adjudicates = json.at("action").text == "adjudicate";
  const std::optional<Verdict> verdict =
      verdict_from(json.at(decision.adjudicates ? "verdict" : "action").text);
  if (!verdict)
    return fail("action", "is none",
                "accept, reject, correct, nothing-here, comment or adjudicate with a verdict");
  decision.verdict = *verdict;
  decision.text = json.at("text_id").text;
  const std::optional<Layer> layer = layer_from(json.at("layer").text);
  if (!json.at("layer").is_null() && !layer)
    return fail("layer", "is none", "statement, topic, commitment, ...");
  decision.layer = layer.value_or(Layer::Statement);
  decision.words = json.at("text").at("text").text;
  decision.place = range_of(json.at("text"));
  decision.claim.id = json.at("entry").text;
  decision.claim.anchor = static_cast<uint32_t>(json.at("anchor").integer);
  decision.claim.nth = static_cast<uint32_t>(json.at("nth").integer);
  Result<Correction> change = correction_from_json(json.at("change"));
  if (!change) return std::unexpected(change.error());
  decision.change = std::move(*change);
  decision.actors = named_actors_from_json(json.at("actors"));
  if (json.at("as_it_stood").is_object()) {
    JsonWriter body;
    json.at("as_it_stood").write(body);
    decision.body = body.take();
  }
  decision.comment = json.at("comment").text;
  decision.withdrawn_at = json.at("withdrawn_at").text;
  if (decision.reviewer.empty() || decision.at.empty() || decision.text.empty()) {
    return fail("decision", "has no reviewer, time or text_id",
                "import what `verbale decisions --json` has written");
  }
  if (decision.id != decision_id(decision)) {
    return fail(decision.id, "the id does not follow from what the decision says",
                "import what `verbale decisions --json` has written");
  }
  return decision;
}

}  // namespace verbale
