// verbale ledger: what was undertaken and named between states, over their meetings.
#include <algorithm>

#include "answers/ledgers.h"
#include "answers/state_names.h"
#include "base/file.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/ledger_output.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/walk.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

// What is named on the command line: names of files that are there are files, all others states.
struct LedgerNames {
  std::vector<std::string> files;
  std::vector<std::string> states;
};

Result<LedgerNames> read_names(const std::vector<std::string>& names, const World& world) {
  LedgerNames read;
  for (const std::string& name : names) {
    if (names_file(name)) {
      read.files.push_back(name);
      continue;
    }
    const Result<std::string> state = find_state(world, name);
    if (!state) return std::unexpected(state.error());
    if (std::ranges::find(read.states, *state) == read.states.end()) read.states.push_back(*state);
  }
  std::ranges::sort(read.states);
  if (read.states.size() == 1) {
    return fail(read.states.front(), "one state has no ledger with itself",
                "name two or more, as in `verbale ledger VNM CHN`");
  }
  return read;
}

Result<AskedLedger> ask_ledger(const LedgerOptions& options, const LedgerNames& names,
                               const LedgerMaterials& materials, int& code) {
  if (!names.files.empty()) {
    return ledger_of_documents(read_files(names.files, materials.reader, options.threads,
                                          [&](const Error& error) { code = refused(error); }),
                               names.states, options.filter, materials);
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return std::unexpected(record.error());
  return ledger_of_record(*record, names.states, options.filter, materials, options.threads);
}

}  // namespace

int run_ledger(const LedgerOptions& options) {
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return refused(materials.error());
  const Result<LedgerNames> names = read_names(options.names, materials->reader.knowledge->world);
  if (!names) {
    print_error(names.error());
    return kUsage;
  }
  int code = kDone;
  const Result<AskedLedger> asked = ask_ledger(options, *names, *materials, code);
  if (!asked) return refused(asked.error());
  for (const std::string& note : asked->notes) print_note(note);
  for (const std::string* path : {&options.calendar, &options.output}) {
    if (path->empty()) continue;
    const Result<std::string> content =
        ledger_as_file(*path, path == &options.calendar, asked->ledger, asked->documents);
    if (!content) {
      print_error(content.error());
      return kUsage;
    }
    const Result<void> written = write_file(*path, *content);
    if (!written) return refused(written.error());
  }
  if (options.output.empty() && options.calendar.empty()) {
    print(options.json ? ledger_as_json(asked->ledger, asked->documents)
                       : ledger_as_text(asked->ledger, asked->documents));
  } else if (options.json) {
    print(ledger_as_json(asked->ledger, asked->documents));
  }
  return code;
}

}  // namespace verbale
