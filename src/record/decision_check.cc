#include "record/decision_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/dates.h"
#include "base/json_value.h"
#include "base/plain_line.h"
#include "record/decision_json.h"

namespace verbale {
namespace {

constexpr uint32_t kLongestValue = 200;
constexpr uint32_t kLongestActor = 500;  // an id, a name as a text has it
constexpr int64_t kMostCounted = 1'000'000;

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

const LayerFields& fields_of(Layer layer) { return kFieldsOfLayer[static_cast<size_t>(layer)]; }

// ---- Values

// What lists, exports and other programs read as one cell.
bool is_cell(std::string_view value) { return value.empty() || is_name(value, kLongestValue); }

bool is_value_of(Layer layer, std::string_view field, const std::string& value) {
  if (field == "act") return is_value<Act>(value);
  if (field == "form") return is_value<Form>(value);
  if (field == "kind") return fields_of(layer).is_kind(value);
  if (field == "date") return value.empty() || is_date(value);
  if (field == "name") return is_name(value, kLongestValue);
  return is_cell(value);  // place, host, value
}

Result<void> check_value(Layer layer, std::string_view field, const std::string& value) {
  if (is_value_of(layer, field, value)) return {};
  if (field == "date")
    return fail(fmt::format("date={}", one_line(value)), "is no date",
                "dates are YYYY-MM-DD, YYYY-MM or YYYY");
  if (field == "act" || field == "form" || field == "kind") {
    return fail(fmt::format("{}={}", field, one_line(value)),
                fmt::format("no {} has that {}", layer_name(layer), field),
                "`verbale help` of the list names the values");
  }
  return fail(std::string(field), "is no single line of text",
              fmt::format("at most {} characters, no line ends or control characters", kLongestValue));
}

Result<void> check_value(Layer, std::string_view field, int64_t value) {
  if (value >= 0 && value <= kMostCounted) return {};
  return fail(fmt::format("{}={}", field, value), "is no count",
              fmt::format("from 0 to {}", kMostCounted));
}

template <class Other>
Result<void> check_value(Layer, std::string_view, const Other&) {
  return {};
}

// ---- Places

template <class Visit>
void for_each_place(const Correction& correction, Visit visit) {
  for (const std::optional<CodeRange>* range :
       {&correction.source, &correction.cue, &correction.when, &correction.mechanism}) {
    if (*range && !(*range)->empty()) visit(**range);
  }
  for (const std::optional<std::vector<CodeRange>>* ranges : {&correction.content, &correction.also}) {
    if (!*ranges) continue;
    for (const CodeRange range : **ranges) visit(range);
  }
}

bool places_are_right(const Correction& correction, uint32_t code_points) {
  bool right = true;
  for_each_place(correction, [&](CodeRange range) { right = right && range.end <= code_points; });
  for (const std::optional<std::vector<CodeRange>>* ranges : {&correction.content, &correction.also}) {
    if (!*ranges) continue;
    uint32_t end = 0;
    for (const CodeRange range : **ranges) {
      right = right && !range.empty() && (ranges != &correction.content || range.start >= end);
      end = range.end;
    }
  }
  return right;
}

Result<void> check_places(Layer layer, const Correction& correction, uint32_t code_points) {
  if (!places_are_right(correction, code_points)) {
    return fail("change", "a place is not in the text, or not in its order",
                "places are code points from 0");
  }
  if (correction.content && (correction.content->empty() ||
                             (layer != Layer::Statement && correction.content->size() != 1))) {
    return fail("content", "an entry needs its words",
                "give one range; several only of a statement");
  }
  return {};
}

// ---- Who, when, what

// "2026-03-01T09:30:00Z"
bool is_time(std::string_view at) {
  constexpr std::string_view kForm = "dddd-dd-ddTdd:dd:ddZ";
  if (at.size() != kForm.size()) return false;
  for (size_t i = 0; i < at.size(); ++i) {
    if (kForm[i] == 'd' ? at[i] < '0' || at[i] > '9' : at[i] != kForm[i]) return false;
  }
  return is_date(at.substr(0, 10));
}

Result<void> check_head(const Decision& decision) {
  if (!is_name(decision.reviewer))
    return fail("reviewer", "is no name", "say who decides, on one line of at most 100 characters");
  if (!is_time(decision.at) || (!decision.stands() && !is_time(decision.withdrawn_at)))
    return fail("at", "is no time", "times are UTC: 2026-03-01T09:30:00Z");
  if (CodePointIndex(decision.comment).code_points() > kLongestComment)
    return fail("comment", "is too long", fmt::format("{} characters are the most", kLongestComment));
  if (decision.verdict == Verdict::Comment && decision.comment.empty())
    return fail("comment", "is empty", "give it with --comment");
  if (decision.verdict == Verdict::Comment && decision.adjudicates)
    return fail("verdict", "is none", "adjudicate with accept, reject, correct or nothing-here");
  return {};
}

Result<void> check_claim(const Decision& decision) {
  const ClaimId& claim = decision.claim;
  if (claim.id.empty()) {
    if (decision.verdict == Verdict::NothingHere) return {};
    return fail("entry", "there is none to decide about",
                "name the entry, or a layer for a new one with the action `correct`");
  }
  if (claim.id != claim_id(decision.text, decision.layer, claim.anchor, claim.nth)) {
    return fail(claim.id, "does not follow from text, layer and place",
                "import what `verbale decisions --json` has written");
  }
  const bool out =
      decision.verdict == Verdict::Reject || decision.verdict == Verdict::NothingHere;
  if (decision.layer == Layer::Actor && out) {
    return fail(claim.id, "an actor cannot be taken out alone",
                "correct or reject the entries that name it");
  }
  return {};
}

Result<void> check_change(const Decision& decision) {
  const bool changes = decision.change != Correction();
  if (decision.verdict == Verdict::Correct && !changes) {
    return fail("change", "is empty", "say what is to be corrected, or accept the entry");
  }
  if (decision.verdict != Verdict::Correct && changes) {
    return fail("change", "goes only with `correct`",
                "accept, reject and comment change no field");
  }
  return changes ? check_correction(decision.layer, decision.change, UINT32_MAX) : Result<void>();
}

// ---- The entry as it stood

std::optional<JsonValue> body_of(const Decision& decision) {
  if (decision.body.empty()) return JsonValue();
  return JsonValue::parse(decision.body);
}

// What `accept` makes the entry say again.
Result<void> check_body(const Decision& decision) {
  if (decision.body.empty()) return {};
  const std::optional<JsonValue> body = body_of(decision);
  if (!body || !body->is_object() || decision.claim.id.empty())
    return fail("as_it_stood", "is no entry", "import what `verbale decisions --json` has written");
  const Correction whole = correction_from_body(decision.layer, *body);
  const LayerFields& fields = fields_of(decision.layer);
  const bool closed = (!whole.act || is_value<Act>(*whole.act)) &&
                      (!whole.form || is_value<Form>(*whole.form)) &&
                      (!whole.kind || fields.is_kind(*whole.kind));
  if (!closed)
    return fail("as_it_stood", fmt::format("no {} says that", layer_name(decision.layer)),
                "import what `verbale decisions --json` has written");
  if (Result<void> placed = check_places(decision.layer, whole, UINT32_MAX); !placed)
    return fail("as_it_stood", placed.error().what, placed.error().remedy);
  return {};
}

Result<void> check_actors(const Decision& decision) {
  std::set<std::string> told;
  for (const NamedActor& actor : decision.actors) {
    const bool state = actor.state.empty() ||
                       (actor.state.size() == 3 && std::ranges::all_of(actor.state, [](char c) {
                          return c >= 'A' && c <= 'Z';
                        }));
    if (!is_name(actor.id, kLongestActor) || !is_name(actor.name, kLongestActor) || !state ||
        !told.insert(actor.id).second) {
      return fail(one_line(actor.id), "is told of wrongly",
                  "an actor has an id, a name on one line, a kind and a state of three letters");
    }
  }
  for (const std::string& id : actors_named_by(decision)) {
    if (!told.contains(id))
      return fail(one_line(id), "is named, but `actors` does not tell who that is",
                  "import what `verbale decisions --json` has written");
  }
  return {};
}

// ---- In the text

std::string_view words_at(CodeRange range, std::string_view text, const CodePointIndex& index) {
  const uint32_t begin = index.to_bytes(range.start);
  return text.substr(begin, index.to_bytes(range.end) - begin);
}

Result<void> check_words(const Decision& decision, std::string_view text, const CodePointIndex& index) {
  if (!decision.place.empty() && decision.place.end <= index.code_points() &&
      words_at(decision.place, text, index) == decision.words) {
    return {};
  }
  return fail(decision.id, "the words are not at their place in the text",
              "import it into the record it was made in");
}

// Each string of the entry as it stood, wherever it hangs.
bool strings_stand(const JsonValue& value, std::string_view text, const CodePointIndex& index) {
  if (value.is_object() && value.has("start") && value.has("end") && value.has("text")) {
    const JsonValue& start = value.at("start");
    const JsonValue& end = value.at("end");
    if (!start.is_integer() || !end.is_integer() || start.integer < 0 ||
        start.integer > end.integer || end.integer > index.code_points())
      return false;
    const CodeRange range{static_cast<uint32_t>(start.integer), static_cast<uint32_t>(end.integer)};
    if (words_at(range, text, index) != value.at("text").text) return false;
  }
  return std::ranges::all_of(value.items, [&](const JsonValue& item) { return strings_stand(item, text, index); }) &&
         std::ranges::all_of(value.members, [&](const auto& member) { return strings_stand(member.second, text, index); });
}

// A letter or digit of a script that parts words by blanks.
bool is_part_of_word(char32_t c) {
  constexpr char32_t kFirstThai = 0x0e00;
  constexpr char32_t kLastMyanmar = 0x109f;
  constexpr char32_t kFirstEastAsian = 0x2e80;
  return is_word_character(c) && c < kFirstEastAsian && (c < kFirstThai || c > kLastMyanmar);
}

bool within_word(uint32_t place, std::string_view text, const CodePointIndex& index) {
  if (place == 0 || place >= index.code_points()) return false;
  const uint32_t at = index.to_bytes(place);
  return is_part_of_word(decode_utf8_before(text, at).value) && is_part_of_word(decode_utf8(text, at).value);
}

Result<void> check_borders(const Correction& change, std::string_view text, const CodePointIndex& index) {
  Result<void> checked;
  for_each_place(change, [&](CodeRange range) {
    if (!checked) return;
    const std::string_view words = words_at(range, text, index);
    if (words.find_first_of("\r\n") != words.npos) {
      checked = fail(fmt::format("{}-{}", range.start, range.end), "goes over the end of a line",
                     "name words of one line; a content of several lines is several ranges");
    } else if (whole_words(range, text, index) != range) {
      checked = fail(fmt::format("{}-{}", range.start, range.end), "does not begin and end with whole words",
                     "name words as they stand there, without blanks around them");
    }
  });
  return checked;
}

}  // namespace

bool has_field(Layer layer, std::string_view field) {
  return fields_of(layer).names.find(fmt::format(" {} ", field)) != std::string_view::npos;
}

std::set<std::string> actors_named_by(const Decision& decision) {
  Correction whole;
  if (const std::optional<JsonValue> body = body_of(decision); body && body->is_object())
    whole = correction_from_body(decision.layer, *body);
  std::set<std::string> ids;
  const auto take = [&](const Correction& fields) {
    for (const std::optional<std::vector<std::string>>* list :
         {&fields.speaker, &fields.to, &fields.by, &fields.of}) {
      if (*list) ids.insert((*list)->begin(), (*list)->end());
    }
    if (fields.host && !fields.host->empty()) ids.insert(*fields.host);
  };
  take(whole);
  take(decision.change);
  return ids;
}

Result<void> check_correction(Layer layer, const Correction& correction, uint32_t code_points) {
  Result<void> checked;
  for_each_field([&](const auto& field) {
    if (!checked || !(correction.*field.member)) return;
    checked = has_field(layer, field.name)
                  ? check_value(layer, field.name, *(correction.*field.member))
                  : fail(std::string(field.name),
                         fmt::format("no {} has that field", layer_name(layer)),
                         fmt::format("it has:{}", fields_of(layer).names));
  });
  return checked ? check_places(layer, correction, code_points) : checked;
}

Result<void> check_decision(const Decision& decision) {
  for (Result<void> (*check)(const Decision&) :
       {&check_head, &check_claim, &check_change, &check_body, &check_actors}) {
    if (Result<void> checked = check(decision); !checked) return checked;
  }
  if (decision.place.empty() || CodePointIndex(decision.words).code_points() != decision.place.size())
    return fail("text", "the words are not as long as their place", "places are code points from 0");
  return {};
}

Result<void> check_decision(const Decision& decision, std::string_view text, const CodePointIndex& index) {
  if (Result<void> checked = check_decision(decision); !checked) return checked;
  if (Result<void> checked = check_words(decision, text, index); !checked) return checked;
  if (Result<void> checked = check_correction(decision.layer, decision.change, index.code_points()); !checked)
    return checked;
  if (const std::optional<JsonValue> body = body_of(decision); !body || !strings_stand(*body, text, index)) {
    return fail("as_it_stood", "its words are not at their places in the text",
                "import it into the record it was made in");
  }
  return check_borders(decision.change, text, index);
}

bool fits_text(const Decision& decision, std::string_view text, const CodePointIndex& index) {
  const std::optional<JsonValue> body = body_of(decision);
  return check_claim(decision) && check_change(decision) && check_body(decision) &&
         check_words(decision, text, index) &&
         check_correction(decision.layer, decision.change, index.code_points()) && body &&
         strings_stand(*body, text, index);
}

std::shared_ptr<ReviewedText> fitting(std::shared_ptr<ReviewedText> review, std::string_view text) {
  if (!review) return review;
  const CodePointIndex index(text);
  std::erase_if(review->decisions, [&](const Decision& one) { return !fits_text(one, text, index); });
  return review->decisions.empty() ? nullptr : review;
}

CodeRange whole_words(CodeRange range, std::string_view text, const CodePointIndex& index) {
  while (!range.empty() && is_space(decode_utf8(text, index.to_bytes(range.start)).value)) ++range.start;
  while (!range.empty() && is_space(decode_utf8_before(text, index.to_bytes(range.end)).value)) --range.end;
  if (range.empty()) return range;
  while (within_word(range.start, text, index)) --range.start;
  while (within_word(range.end, text, index)) ++range.end;
  return range;
}

}  // namespace verbale
