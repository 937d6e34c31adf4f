// verbale documents: what is in the record.
#include <fmt/format.h>

#include "answers/rows.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/left_out.h"
#include "cli/output.h"
#include "cli/store_path.h"
#include "cli/table.h"

namespace verbale {
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
  bool nothing = true;
  const Result<void> done = record->each_document(options.filter, [&](const ListedDocument& document) {
    nothing = false;
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
  if (!options.json) note_left_out(*record, options.filter, nothing);
  return kDone;
}

}  // namespace verbale
