// verbale documents: what is in the record.
#include <fmt/format.h>

#include "base/json_writer.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
namespace {

void write_or_null(JsonWriter& json, std::string_view name, std::string_view value) {
  json.key(name);
  if (value.empty()) {
    json.null();
  } else {
    json.value(value);
  }
}

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

}  // namespace

int run_documents(const DocumentsOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) {
    print_error(record.error());
    return kRefused;
  }
  JsonWriter json(1);
  Table table({{"document", Style::Bold, true}, {"date"}, {"side"}, {"outlet", Style::Plain, true},
               {"kind"}, {"statements", Style::Plain, false, true},
               {"commitments", Style::Plain, false, true}, {"id", Style::Id}});
  json.begin_array();
  const Result<void> done = record->each_document(options.filter, [&](const ListedDocument& document) {
    if (options.json) {
      write_document(json, document);
      return;
    }
    table.add({document.name, document.published.empty() ? "?" : document.published, document.side,
               document.outlet, document.report_kind, fmt::format("{}", document.statements),
               fmt::format("{}", document.commitments), document.id});
  });
  if (!done) {
    print_error(done.error());
    return kRefused;
  }
  print(options.json ? json.end_array().take() + "\n" : layout_for_output(table));
  return kDone;
}

}  // namespace verbale
