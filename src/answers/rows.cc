#include "answers/rows.h"

#include "base/utf8.h"
#include "store/statuses.h"

namespace verbale {
namespace {

void write_place(JsonWriter& json, std::string_view text, uint32_t start, uint32_t end) {
  json.begin_object().key("text").value(text).key("start").value(start).key("end").value(end);
  json.end_object();
}

void write_hit_entry(JsonWriter& json, const HitEntry& entry) {
  const bool says = entry.layer == Layer::Statement;
  json.begin_object().key("id").value(entry.id).key("layer").value(layer_name(entry.layer));
  write_or_null(json, says ? "act" : "kind", says ? entry.act : entry.kind);
  json.key(says ? "speaker" : "by").begin_array();
  for (const auto& [id, name] : entry.actors) json.begin_object().key("id").value(id).key("name").value(name).end_object();
  json.end_array().end_object();
}

}  // namespace

void write_document(JsonWriter& json, const ListedDocument& document) {
  json.begin_object().key("id").value(document.id).key("name").value(document.name);
  json.key("text_id").value(document.text);
  write_or_null(json, "published", document.published);
  if (!document.inferred.empty()) json.key("inferred").value(document.inferred);
  write_or_null(json, "outlet", document.outlet);
  write_or_null(json, "dateline", document.dateline);
  write_or_null(json, "side", document.side);
  write_or_null(json, "language", document.language);
  write_or_null(json, "report_kind", document.report_kind);
  json.key("title").raw(document.title);
  json.key("set").raw(document.set);
  json.key("path").value(document.path).key("sha256").value(document.sha256);
  json.key("statements").value(document.statements);
  json.key("commitments").value(document.commitments);
  json.end_object();
}

std::string entry_row(const ListedEntry& entry) {
  JsonWriter json;
  json.begin_object();
  write_or_null(json, "document", entry.document);
  write_or_null(json, "published", entry.date);
  write_or_null(json, "side", entry.side);
  write_or_null(json, "outlet", entry.outlet);
  return json.take() + ',' + entry.body.substr(1);
}

void write_found_entry(JsonWriter& json, const FoundEntry& found) {
  json.begin_object().key("layer").value(layer_name(found.entry.layer));
  if (!found.asked.empty()) json.key("asked").value(found.asked);
  if (found.orphan) json.key("orphan").value(true);
  if (found.rejected) json.key("rejected").value(true);
  json.key("documents").begin_array();
  for (const std::string& name : found.publications) json.value(name);
  json.end_array().key("entry").raw(found.entry.body).end_object();
}

void write_hit(JsonWriter& json, const SearchHit& hit) {
  const CodePointIndex index(hit.text);
  json.begin_object().key("document").value(hit.document);
  write_or_null(json, "published", hit.date);
  write_or_null(json, "side", hit.side);
  write_or_null(json, "outlet", hit.outlet);
  json.key("title").raw(hit.title.empty() ? "null" : hit.title);
  json.key("text");
  write_place(json, hit.text, hit.start, hit.start + index.code_points());
  json.key("words").begin_array();
  for (const Span word : hit.words) {
    write_place(json, std::string_view(hit.text).substr(word.begin, word.size()),
                hit.start + index.to_code_points(word.begin),
                hit.start + index.to_code_points(word.end));
  }
  json.end_array().key("entries").begin_array();
  for (const HitEntry& entry : hit.entries) json.value(entry.id);
  json.end_array().key("said").begin_array();
  for (const HitEntry& entry : hit.entries) write_hit_entry(json, entry);
  json.end_array().end_object();
}

void write_mark(JsonWriter& json, const PersonMark& mark) {
  json.begin_object().key("entry").value(mark.entry).key("value").value(mark.value);
  json.key("scale").value(scale_name(mark.scale)).key("date").value(mark.date);
  json.key("evidence").value(mark.evidence).key("words").begin_object();
  json.key("text_id").value(mark.text).key("text").value(mark.words);
  json.key("start").value(mark.start).key("end").value(mark.end);
  json.end_object().end_object();
}

}  // namespace verbale
