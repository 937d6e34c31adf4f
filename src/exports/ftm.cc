// FollowTheMoney entities (followthemoney.tech), one JSON object a line: articles, persons, public bodies,
// events, mentions and notes. States are public bodies with their country; ids come from the record's.
#include <unicode/uloc.h>

#include <map>

#include "exports/exports.h"

namespace verbale {
namespace {

// FtM names countries by ISO 3166 alpha-2 in lower case, the record by alpha-3.
std::string alpha2(std::string_view alpha3) {
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    if (alpha3 == uloc_getISO3Country((std::string("und_") + *code).c_str())) return to_lower(*code);
  }
  return {};
}

class EntityWriter {
 public:
  EntityWriter(const ExportOptions& options) : options_(options) {}

  void add(const ExportedDocument& exported) {
    add_article(exported);
    for (const ExportedClaim& claim : exported.claims) {
      if (claim.layer == Layer::Actor) add_actor(exported, claim);
      if (claim.layer == Layer::Meeting) add_event(exported, claim);
      if (claim.layer == Layer::Statement) add_note(exported, claim);
    }
  }

  std::string take() {
    for (const auto& [id, line] : actors_) out_ += line;
    return std::move(out_);
  }

 private:
  using Properties = std::vector<std::pair<std::string_view, std::vector<std::string>>>;

  static std::string entity(const std::string& id, std::string_view schema, const Properties& properties) {
    JsonWriter json;
    json.begin_object().key("id").value(id).key("schema").value(schema).key("properties").begin_object();
    for (const auto& [name, values] : properties) {
      bool any = false;
      for (const std::string& value : values) any = any || !value.empty();
      if (!any) continue;
      json.key(name).begin_array();
      for (const std::string& value : values) {
        if (!value.empty()) json.value(value);
      }
      json.end_array();
    }
    return json.end_object().end_object().take() + "\n";
  }

  static std::string article_id(const ExportedDocument& exported) { return "vb-" + exported.ids.text; }
  static std::string actor_id(const Document& document, int32_t actor) {
    return "vb-actor-" + document.actors[static_cast<size_t>(actor)].id;
  }

  void add_article(const ExportedDocument& exported) {
    const Document& document = *exported.document;
    const std::string address = source_address(exported);
    out_ += entity(article_id(exported), "Article",
                   {{"title", {options_.positions_only ? "" : std::string(document.str(document.publication.title))}},
                    {"fileName", {document.source.name}},
                    {"publisher", {document.publication.outlet.value}},
                    {"publishedAt", {document.publication.published.value}},
                    {"language", {document.publication.language == "en" ? "eng" : document.publication.language}},
                    {"country", {alpha2(document.publication.side.value)}},
                    {"sourceUrl", {address.starts_with("urn:") ? "" : address}},
                    {"bodyText", {options_.positions_only ? "" : document.text}}});
  }

  void add_actor(const ExportedDocument& exported, const ExportedClaim& claim) {
    const Document& document = *exported.document;
    const Actor& actor = document.actors[claim.entry];
    const std::string id = actor_id(document, static_cast<int32_t>(claim.entry));
    const bool person = actor.kind == ActorKind::Person;
    std::vector<std::string> positions;
    for (const Role& role : actor.roles) {
      if (!options_.positions_only) positions.push_back(role.title);
    }
    const std::string_view schema = person ? "Person" : actor.kind == ActorKind::Organisation ? "Organization" : "PublicBody";
    const std::string country = alpha2(actor.kind == ActorKind::State ? actor.id : actor.state);
    Properties properties = {{"name", {options_.positions_only ? actor.id : actor.name}}, {"country", {country}}};
    if (person) properties.push_back({"position", positions});
    // An actor of several documents is one entity: the one with the fullest name.
    const std::string line = entity(id, schema, properties);
    std::string& kept = actors_[id];
    if (line.size() > kept.size() || (line.size() == kept.size() && line < kept)) kept = line;
    for (size_t i = 0; i < claim.spans.size(); ++i) {
      out_ += entity("vb-mention-" + claim.id + "-" + std::to_string(i), "Mention",
                     {{"document", {article_id(exported)}},
                      {"resolved", {id}},
                      {"name", {words_of(exported, claim.spans[i], options_)}},
                      {"detectedSchema", {std::string(schema)}}});
    }
  }

  void add_event(const ExportedDocument& exported, const ExportedClaim& claim) {
    const Document& document = *exported.document;
    const Meeting& meeting = document.meetings[claim.entry];
    std::vector<std::string> involved;
    for (const Participant& participant : meeting.participants) {
      if (participant.actor >= 0) involved.push_back(actor_id(document, participant.actor));
    }
    out_ += entity("vb-" + claim.id, "Event",
                   {{"name", {claim.kind + ": " + claim.who}},
                    {"date", {meeting.date}},
                    {"location", {options_.positions_only ? "" : meeting.place}},
                    {"involved", involved},
                    {"proof", {article_id(exported)}},
                    {"description", {words_of(exported, meeting.text, options_)}}});
  }

  void add_note(const ExportedDocument& exported, const ExportedClaim& claim) {
    const Statement& statement = exported.document->statements[claim.entry];
    std::vector<std::string> speakers;
    for (const int32_t speaker : statement.speaker) speakers.push_back(actor_id(*exported.document, speaker));
    out_ += entity("vb-" + claim.id, "Note",
                   {{"description", {claim.kind + ": " + words_of(exported, claim.spans, options_)}},
                    {"entity", speakers},
                    {"proof", {article_id(exported)}}});
  }

  const ExportOptions& options_;
  std::string out_;
  std::map<std::string, std::string> actors_;
};

}  // namespace

Result<std::string> export_ftm(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  EntityWriter writer(options);
  for (const ExportedDocument& exported : documents) writer.add(exported);
  return writer.take();
}

}  // namespace verbale
