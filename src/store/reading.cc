#include "store/reading.h"

#include <array>
#include <utility>

#include "base/json_writer.h"
#include "base/file.h"
#include "base/json_value.h"
#include "record/evidence.h"
#include "record/layers.h"

namespace verbale {
namespace {

constexpr size_t kLongestPassage = 4000;  // bytes
constexpr size_t kMostLines = 60000;     // of a text; what comes behind them is cut by length alone

constexpr std::array<std::pair<std::string_view, std::string GivenMetadata::*>, 6> kGivenFields = {{
    {"title", &GivenMetadata::title},
    {"date", &GivenMetadata::date},
    {"outlet", &GivenMetadata::outlet},
    {"url", &GivenMetadata::url},
    {"language", &GivenMetadata::language},
    {"side", &GivenMetadata::side},
}};

// Fills the columns of every layer.
class ColumnMaker {
 public:
  ColumnMaker(const Document& document, const CodePointIndex& index)
      : document_(document), index_(index) {}

  void make(std::array<std::vector<EntryColumns>, kLayers>& columns) {
    for_each_layer(document_, [&](Layer layer, const auto& entries) {
      make_layer(columns, layer, entries);
    });
  }

 private:
  template <class Entry>
  void make_layer(std::array<std::vector<EntryColumns>, kLayers>& columns, Layer layer,
                  const std::vector<Entry>& entries) {
    std::vector<EntryColumns>& list = columns[static_cast<size_t>(layer)];
    list.reserve(entries.size());
    for (const Entry& entry : entries) {
      EntryColumns& row = list.emplace_back();
      row.layer = layer;
      place(row, evidence_of(document_, entry));
      fill(row, entry);
    }
    add_doubts(list, document_.doubts[static_cast<size_t>(layer)]);
  }

  static void add_doubts(std::vector<EntryColumns>& rows, const std::vector<Doubt>& doubts) {
    for (size_t i = 0; i < std::min(rows.size(), doubts.size()); ++i) {
      rows[i].doubt = doubts[i].doubt;
      rows[i].importance = doubts[i].importance;
      if (doubts[i].reasons.empty()) continue;
      JsonWriter json;
      json.begin_array();
      for (const std::string_view reason : doubts[i].reasons) json.value(reason);
      rows[i].reasons = json.end_array().take();
    }
  }

  void place(EntryColumns& row, Span span) {
    row.start = index_.to_code_points(span.begin);
    row.end = index_.to_code_points(span.end);
  }

  void name_actor(EntryColumns& row, std::string_view relation, int32_t actor) {
    const Actor& named = document_.actors[static_cast<size_t>(actor)];
    const std::string_view state = named.kind == ActorKind::State ? named.id : named.state;
    row.actors.push_back({relation, named.id, state});
  }

  void name_actors(EntryColumns& row, std::string_view relation, const std::vector<int32_t>& actors) {
    for (const int32_t actor : actors) name_actor(row, relation, actor);
  }

  void fill(EntryColumns& row, const Statement& statement) {
    row.kind = to_string(statement.form);
    row.act = to_string(statement.act);
    row.made_by = statement.made_by;
    name_actors(row, "speaker", statement.speaker);
    name_actors(row, "to", statement.to);
  }

  void fill(EntryColumns& row, const Topic& topic) {
    row.made_by = topic.made_by;
    name_actors(row, "by", topic.by);
  }

  void fill(EntryColumns& row, const Commitment& commitment) {
    row.kind = to_string(commitment.kind);
    row.made_by = commitment.made_by;
    name_actors(row, "by", commitment.by);
    name_actors(row, "of", commitment.of);
    if (commitment.statement < 0) return;
    const Statement& statement = document_.statements[static_cast<size_t>(commitment.statement)];
    row.act = to_string(statement.act);
    name_actors(row, "speaker", statement.speaker);
  }

  void fill(EntryColumns& row, const Meeting& meeting) {
    row.kind = to_string(meeting.kind);
    row.date = meeting.date;
    row.label = fold(meeting.place);
    row.made_by = meeting.made_by;
    for (const Participant& participant : meeting.participants) {
      const Actor& actor = document_.actors[static_cast<size_t>(participant.actor)];
      row.actors.push_back({"participant", actor.id, participant.side});
    }
    if (meeting.host >= 0) name_actor(row, "host", meeting.host);
  }

  void fill(EntryColumns& row, const Instrument& instrument) {
    row.kind = to_string(instrument.kind);
    row.made_by = instrument.made_by;
    name_actors(row, "party", instrument.parties);
  }

  void fill(EntryColumns& row, const Framework& framework) {
    row.kind = to_string(framework.kind);
    row.key = framework.name;
    row.label = fold(framework.name);
    row.made_by = framework.made_by;
  }

  void fill(EntryColumns& row, const Quantity& quantity) {
    row.kind = to_string(quantity.kind);
    row.key = quantity.value;
    row.made_by = quantity.made_by;
  }

  void fill(EntryColumns& row, const Actor& actor) {
    if (!actor.mentions.empty()) {
      const Mention& first = document_.mentions[static_cast<size_t>(actor.mentions.front())];
      row.made_by = first.made_by;
    }
    row.kind = to_string(actor.kind);
    row.key = actor.id;
    row.label = fold(actor.name);
    row.actors.push_back(
        {"self", actor.id, actor.kind == ActorKind::State ? actor.id : actor.state});
  }

  const Document& document_;
  const CodePointIndex& index_;
};

std::string furniture_json(const Document& document, const CodePointIndex& index) {
  JsonWriter json;
  json.begin_array();
  for (const Span span : document.publication.furniture) write_string(json, document, index, span);
  return json.end_array().take();
}

std::string title_json(const Document& document, const CodePointIndex& index) {
  JsonWriter json;
  write_string(json, document, index, document.publication.title);
  return json.take();
}

// The end of the passage that starts at `begin`: the line's end, or a blank before the limit.
size_t passage_end(std::string_view text, size_t begin, bool by_lines) {
  const size_t limit = begin + kLongestPassage;
  const size_t line = std::min(by_lines ? text.find_first_of("\r\n", begin) : text.size(), text.size());
  if (line <= limit) return line;
  const size_t blank = text.rfind(' ', limit);
  size_t end = blank != std::string_view::npos && blank > begin ? blank : limit;
  while ((static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return end;
}

}  // namespace

std::vector<Passage> cut_passages(std::string_view text, const CodePointIndex& index) {
  std::vector<Passage> passages;
  size_t at = 0;
  while ((at = text.find_first_not_of("\r\n ", at)) != std::string_view::npos) {
    const size_t end = passage_end(text, at, passages.size() < kMostLines);
    const Span span{static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
    passages.push_back({span, index.to_code_points(span.begin), index.to_code_points(span.end)});
    at = end;
  }
  return passages;
}

std::string digest_of(const RecordBodies& bodies) {
  std::string all;
  for (const std::vector<std::string>& layer : bodies) {
    for (const std::string& body : layer) {
      all += body;
      all += '\n';
    }
  }
  return sha256_hex(all);
}

std::string* given_field(GivenMetadata& given, std::string_view key) {
  for (const auto& [name, field] : kGivenFields) {
    if (name == key) return &(given.*field);
  }
  return nullptr;
}

std::string given_to_json(const GivenMetadata& given) {
  JsonWriter json;
  json.begin_object();
  for (const auto& [name, field] : kGivenFields) {
    if (!(given.*field).empty()) json.key(name).value(given.*field);
  }
  return json.end_object().take();
}

GivenMetadata given_from_json(std::string_view text) {
  GivenMetadata given;
  const std::optional<JsonValue> json = JsonValue::parse(text);
  if (!json) return given;
  for (const auto& [name, field] : kGivenFields) given.*field = json->at(name).string();
  return given;
}

std::vector<std::pair<std::string_view, std::string>> set_fields(const GivenMetadata& given) {
  std::vector<std::pair<std::string_view, std::string>> fields;
  for (const auto& [name, field] : kGivenFields) {
    if (!(given.*field).empty()) fields.emplace_back(name, given.*field);
  }
  return fields;
}

void lay_over(GivenMetadata& given, const GivenMetadata& better) {
  for (const auto& [name, field] : kGivenFields) {
    if (!(better.*field).empty()) given.*field = better.*field;
  }
}

void lay_over(Document& document, const Admission& admission) {
  lay_over(document.source.given, admission.settings);
  document.review = admission.review;
}

Reading make_reading(Document document, Admission admission, const MeetingReporter& reporter) {
  Reading reading;
  reading.document = std::move(document);
  reading.admission = std::move(admission);
  const Document& read = reading.document;
  const CodePointIndex index(read.text);
  reading.source_name = read.source.name;
  reading.ids = make_ids(read, index);
  reading.bodies = entries_to_json(read, index, reading.ids);
  ColumnMaker(read, index).make(reading.columns);
  reading.title = title_json(read, index);
  reading.furniture = furniture_json(read, index);
  reading.meetings = reporter.reports(read, reading.ids, index);
  return reading;
}

}  // namespace verbale
