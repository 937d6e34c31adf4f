#include "answers/documents.h"

#include "answers/decisions.h"
#include "answers/rows.h"
#include "base/utf8.h"
#include "record/decision_json.h"
#include "store/document_detail.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

std::string_view kind_name(ParagraphKind kind) {
  switch (kind) {
    case ParagraphKind::Body:
      return "body";
    case ParagraphKind::Title:
      return "title";
    case ParagraphKind::Furniture:
      return "furniture";
    case ParagraphKind::ListItem:
      return "list-item";
  }
  return "body";
}

// How the text is laid out is not stored: it is found again from its characters.
Result<void> write_paragraphs(JsonWriter& json, const Record& record, const std::string& name,
                              const Reader& reader) {
  Result<Document> document = record.load_document(name);
  if (!document) return std::unexpected(document.error());
  read_document(*document, reader, "publication");
  const CodePointIndex index(document->text);
  json.key("paragraphs").begin_array();
  for (const Paragraph& paragraph : document->paragraphs) {
    json.begin_object().key("start").value(index.to_code_points(paragraph.span.begin));
    json.key("end").value(index.to_code_points(paragraph.span.end));
    json.key("kind").value(kind_name(paragraph.kind)).end_object();
  }
  json.end_array();
  return {};
}

void write_record(JsonWriter& json, const DocumentDetail& detail) {
  const ListedDocument& row = detail.row;
  json.key("record").begin_object().key("document").begin_object();
  json.key("name").value(row.name).key("text_id").value(row.text);
  write_or_null(json, "published", row.published);
  write_or_null(json, "outlet", row.outlet);
  write_or_null(json, "dateline", row.dateline);
  write_or_null(json, "language", row.language);
  write_or_null(json, "side", row.side);
  write_or_null(json, "report_kind", row.report_kind);
  json.key("furniture").raw(detail.furniture).key("title").raw(row.title);
  if (!row.inferred.empty()) json.key("inferred").value(row.inferred);
  write_or_null(json, "sha256", row.sha256);
  json.end_object();
  for (size_t layer = 0; layer < kLayers; ++layer) {
    json.key(layer_plural(static_cast<Layer>(layer))).begin_array();
    for (const std::string& body : detail.entries[layer]) json.raw(body);
    json.end_array();
  }
  json.end_object();
}

}  // namespace

Result<std::string> document_to_json(const Record& record, const std::string& name,
                                     const Reader& reader) {
  const Result<DocumentDetail> detail = find_document_detail(record, name);
  if (!detail) return std::unexpected(detail.error());
  JsonWriter json;
  write_document(json.begin_object().key("document"), detail->row);
  json.key("text").value(detail->text);
  const Result<void> laid_out = write_paragraphs(json, record, detail->row.name, reader);
  if (!laid_out) return std::unexpected(laid_out.error());
  write_record(json, *detail);
  EntryFilter filter;
  filter.document = detail->row.name;
  json.key("meetings").begin_array();
  const Result<void> met =
      each_meeting(record, filter, [&](const ListedMeeting& meeting) { json.value(meeting.id); });
  if (!met) return std::unexpected(met.error());
  json.end_array().key("same_text").begin_array();
  for (const std::string& other : detail->same_text) json.value(other);
  json.end_array().key("decisions").begin_array();
  DecisionFilter about;
  about.document = detail->row.name;
  const Result<std::vector<ListedDecision>> decisions = list_decisions(record, about);
  if (!decisions) return std::unexpected(decisions.error());
  for (const ListedDecision& one : *decisions) write_decision(json, one.decision, one.document);
  json.end_array();
  return json.end_object().take();
}

}  // namespace verbale
