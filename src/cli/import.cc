// verbale import: decisions of reviewers from files.
#include <fmt/format.h>

#include <algorithm>

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
                    options.document, options.exported};
  size_t kept = 0;
  size_t rejected = 0;
  size_t left_alone = 0;
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
    rejected += static_cast<size_t>(std::ranges::count(imported->decisions, Verdict::Reject, &Decision::verdict));
    left_alone += imported->left_alone;
    known += imported->known + imported->decisions.size() - *fresh;
  }
  print(fmt::format("{} decisions kept{}, {} known, {} refused\n", kept,
                    rejected == 0 ? "" : fmt::format(" ({} of them reject an entry)", rejected), known,
                    refusals));
  if (left_alone > 0) {
    print(fmt::format(
        "{} entries of the record are not in the files, which do not say that they ever held them: left as they are "
        "(--exported FILE names the export that the annotator began with)\n",
        left_alone));
  }
  return refusals > 0 ? kRefused : kDone;
}

}  // namespace verbale
