#include "record/json.h"

#include "base/json_or_null.h"
#include "record/layers.h"

namespace verbale {
namespace {

// Writes the entries of one document; holds what every function below needs.
class RecordWriter {
 public:
  RecordWriter(const Document& document, const CodePointIndex& index, const RecordIds& ids,
               bool pretty)
      : document_(document), index_(index), ids_(ids), json_(pretty ? 2 : 0) {}

  std::string write() {
    json_.begin_object();
    write_document();
    for_each_layer(document_, [this](Layer layer, const auto& entries) {
      json_.key(layer_plural(layer)).begin_array();
      for (size_t i = 0; i < entries.size(); ++i) write_entry(layer, i, entries[i]);
      json_.end_array();
    });
    json_.end_object();
    return json_.take();
  }

  // Each entry as a JSON object of its own.
  RecordBodies write_bodies() {
    RecordBodies bodies;
    for_each_layer(document_, [&](Layer layer, const auto& entries) {
      std::vector<std::string>& list = bodies[static_cast<size_t>(layer)];
      list.reserve(entries.size());
      for (size_t i = 0; i < entries.size(); ++i) {
        json_ = JsonWriter();
        write_entry(layer, i, entries[i]);
        list.push_back(json_.take());
      }
    });
    return bodies;
  }

 private:
  // An actor's `id` is its name in the world ("to-lam"); the id of its entry here is `entry`.
  template <class Entry>
  void write_entry(Layer layer, size_t i, const Entry& entry) {
    json_.begin_object();
    json_.key(layer == Layer::Actor ? "entry" : "id").value(ids_.of(layer)[i].id);
    write(entry);
    json_.end_object();
  }

  std::string first_of(const std::string& state) const {
    for (const Actor& actor : document_.actors) {
      if (actor.state == state && actor.id != state) return actor.id;
    }
    return state;
  }

  std::string_view statement_id(int32_t statement) const {
    return ids_.of(Layer::Statement)[static_cast<size_t>(statement)].id;
  }

  void write_span(Span span) { write_string(json_, document_, index_, span); }

  void write_spans(std::string_view name, const std::vector<Span>& spans) {
    json_.key(name).begin_array();
    for (const Span span : spans) write_span(span);
    json_.end_array();
  }

  void write_actors(std::string_view name, const std::vector<int32_t>& actors) {
    json_.key(name).begin_array();
    for (const int32_t actor : actors) json_.value(actor_id(actor));
    json_.end_array();
  }

  std::string_view actor_id(int32_t actor) const {
    return document_.actors[static_cast<size_t>(actor)].id;
  }

  void write_document() {
    const Publication& publication = document_.publication;
    json_.key("document").begin_object();
    json_.key("name").value(document_.source.name);
    json_.key("text_id").value(ids_.text);
    write_or_null(json_, "published", publication.published.value);
    write_or_null(json_, "outlet", publication.outlet.value);
    write_or_null(json_, "dateline", publication.dateline.value);
    write_or_null(json_, "language", publication.language);
    write_or_null(json_, "side", publication.side.value);
    write_or_null(json_, "report_kind",
                  publication.report_kind ? to_string(*publication.report_kind) : "");
    write_spans("furniture", publication.furniture);
    json_.key("title");
    write_span(publication.title);
    if (publication.published.inferred) {
      json_.key("inferred").value(publication.published.reason);
    }
    write_or_null(json_, "sha256", document_.source.sha256);
    json_.end_object();
  }

  void write(const Statement& statement) {
    json_.key("source");
    write_span(statement.source);
    write_actors("speaker", statement.speaker);
    json_.key("cue");
    write_span(statement.cue);
    write_spans("content", statement.content);
    json_.key("form").value(to_string(statement.form));
    json_.key("act").value(to_string(statement.act));
    write_actors("to", statement.to);
    if (statement.negated) json_.key("negated").value(true);
    if (statement.parent >= 0) {
      json_.key("parent").value(statement.parent);
      json_.key("parent_id").value(statement_id(statement.parent));
    }
    json_.key("made_by").value(statement.made_by);
  }

  void write(const Topic& topic) {
    write_actors("by", topic.by);
    json_.key("text");
    write_span(topic.text);
    json_.key("made_by").value(topic.made_by);
  }

  void write(const Commitment& commitment) {
    json_.key("statement").value(commitment.statement);
    if (commitment.statement >= 0) {
      json_.key("statement_id").value(statement_id(commitment.statement));
    }
    json_.key("kind").value(to_string(commitment.kind));
    write_actors("by", commitment.by);
    if (commitment.kind == CommitmentKind::Proposed) write_actors("of", commitment.of);
    json_.key("text");
    write_span(commitment.text);
    if (!commitment.also.empty()) write_spans("also", commitment.also);
    if (!commitment.when.empty()) {
      json_.key("when");
      write_span(commitment.when);
    }
    if (!commitment.mechanism.empty()) {
      json_.key("mechanism");
      write_span(commitment.mechanism);
    }
    if (commitment.general) json_.key("general").value(true);
    json_.key("made_by").value(commitment.made_by);
  }

  void write(const Meeting& meeting) {
    json_.key("kind").value(to_string(meeting.kind));
    write_or_null(json_, "date", meeting.date);
    write_or_null(json_, "place", meeting.place);
    json_.key("participants").begin_array();
    for (const Participant& participant : meeting.participants) {
      json_.begin_object().key("id").value(actor_id(participant.actor));
      json_.key("name").value(participant.name).key("role");
      write_span(participant.role);
      write_or_null(json_, "side", participant.side);
      json_.end_object();
    }
    json_.end_array();
    write_or_null(json_, "host", meeting.host < 0 ? "" : actor_id(meeting.host));
    json_.key("text");
    write_span(meeting.text);
    if (meeting.inferred) json_.key("inferred").value(true);
    json_.key("made_by").value(meeting.made_by);
  }

  void write(const Instrument& instrument) {
    json_.key("text");
    write_span(instrument.text);
    json_.key("count");
    if (instrument.count) {
      json_.value(*instrument.count);
    } else {
      json_.null();
    }
    json_.key("kind").value(to_string(instrument.kind));
    write_actors("parties", instrument.parties);
    json_.key("made_by").value(instrument.made_by);
  }

  void write(const Framework& framework) {
    json_.key("name").value(framework.name).key("text");
    write_span(framework.text);
    json_.key("kind").value(to_string(framework.kind));
    json_.key("made_by").value(framework.made_by);
  }

  void write(const Quantity& quantity) {
    json_.key("text");
    write_span(quantity.text);
    // A weekday in a text without a date is a day that cannot be told.
    write_or_null(json_, "value", quantity.value);
    json_.key("kind").value(to_string(quantity.kind));
    if (quantity.inferred) json_.key("inferred").value(true);
    json_.key("made_by").value(quantity.made_by);
  }

  void write(const Actor& actor) {
    json_.key("id").value(actor.id).key("name").value(actor.name);
    json_.key("kind").value(to_string(actor.kind)).key("roles").begin_array();
    for (const Role& role : actor.roles) {
      json_.begin_object().key("title").value(role.title).key("from_text");
      write_span(role.from_text);
      json_.end_object();
    }
    json_.end_array().key("mentions").begin_array();
    for (const int32_t mention : actor.mentions) {
      write_span(document_.mentions[static_cast<size_t>(mention)].span);
    }
    json_.end_array();
    if (!actor.state.empty()) json_.key("state").value(actor.state);
    // A state that no word names is here because somebody of it speaks or binds it; another, because a person
    // says who it was (decisions/).
    if (!actor.mentions.empty()) return;
    json_.key("inferred").value(actor.kind == ActorKind::State ? "state of " + first_of(actor.id) : "named by a reviewer");
  }

  const Document& document_;
  const CodePointIndex& index_;
  const RecordIds& ids_;
  JsonWriter json_;
};

}  // namespace

void write_string(JsonWriter& json, const Document& document, const CodePointIndex& index,
                  Span span) {
  if (span.empty()) {
    json.null();
    return;
  }
  json.begin_object().key("text").value(document.str(span));
  json.key("start").value(index.to_code_points(span.begin));
  json.key("end").value(index.to_code_points(span.end)).end_object();
}

std::string record_to_json(const Document& document, bool pretty) {
  const CodePointIndex index(document.text);
  return RecordWriter(document, index, make_ids(document, index), pretty).write();
}

RecordBodies entries_to_json(const Document& document, const CodePointIndex& index,
                             const RecordIds& ids) {
  return RecordWriter(document, index, ids, false).write_bodies();
}

}  // namespace verbale
