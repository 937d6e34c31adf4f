// verbale import: decisions of reviewers from files.
#include <fmt/format.h>

#include "base/clock.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "review/effect.h"
#include "review/import.h"

namespace verbale {

int run_import(const ImportOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const MeetingReporter reporter(*reader->knowledge);
  const ImportAs as{options.reviewer, options.at.empty() ? utc_now() : options.at,
                    options.document};
  size_t kept = 0;
  size_t known = 0;
  size_t refusals = 0;
  for (const std::string& file : options.files) {
    const Result<Record> record = Record::open(store_path(options.store));
    if (!record) return refused(record.error());
    const Result<ImportedDecisions> imported =
        import_decisions(*record, *reader->knowledge, file, as);
    if (!imported) {
      print_error(imported.error());
      ++refusals;
      continue;
    }
    for (const Error& error : imported->refused) print_error(error);
    refusals += imported->refused.size();
    const Result<size_t> fresh = keep_decisions(*store, {*reader, reporter}, imported->decisions);
    if (!fresh) return refused(fresh.error());
    kept += *fresh;
    known += imported->known + imported->decisions.size() - *fresh;
  }
  print(fmt::format("{} decisions kept, {} known, {} refused\n", kept, known, refusals));
  return refusals > 0 ? kRefused : kDone;
}

}  // namespace verbale
