#include "store/published_texts.h"

#include "base/json_value.h"
#include "base/utf8.h"
#include "store/guarded.h"

namespace verbale {
namespace {

std::vector<Span> furniture_from_json(std::string_view json, const CodePointIndex& index) {
  std::vector<Span> furniture;
  const JsonValue list = JsonValue::parse(json).value_or(JsonValue());
  for (const JsonValue& place : list.items) {
    furniture.push_back({index.to_bytes(static_cast<uint32_t>(place.at("start").integer)),
                         index.to_bytes(static_cast<uint32_t>(place.at("end").integer))});
  }
  return furniture;
}

}  // namespace

Result<std::vector<Document>> load_published_texts(const Record& record,
                                                   const EntryFilter& filter) {
  std::vector<ListedDocument> listed;
  const Result<void> done = record.each_document(
      filter, [&](const ListedDocument& document) { listed.push_back(document); });
  if (!done) return std::unexpected(done.error());
  return guarded<std::vector<Document>>([&] {
    std::vector<Document> documents;
    Query query = record.database().query(
        "SELECT t.content, p.furniture FROM publications p JOIN texts t ON t.row = p.text WHERE "
        "p.id = ?");
    for (const ListedDocument& one : listed) {
      query.bind(1, one.id);
      if (!query.step()) continue;
      Document& document = documents.emplace_back();
      document.source.name = one.name;
      document.text = query.text(0);
      document.publication.published.value = one.published;
      document.publication.outlet.value = one.outlet;
      document.publication.report_kind = value_from<ReportKind>(one.report_kind);
      document.publication.furniture =
          furniture_from_json(query.text(1), CodePointIndex(document.text));
      query.reset();
    }
    return documents;
  });
}

}  // namespace verbale
