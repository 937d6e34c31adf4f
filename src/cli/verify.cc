// verbale verify: proves the record again and lists what fails.
#include "verify/verify.h"

#include <fmt/format.h>

#include "answers/proof.h"
#include "base/json_writer.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/terminal.h"

namespace verbale {
namespace {

std::string line_of(const Finding& finding) {
  std::string line = styled("failed", Style::Bad);
  if (!finding.document.empty()) line += "  " + finding.document;
  if (!finding.entry.empty()) line += "  " + styled(finding.entry, Style::Id);
  return line + "  " + one_line(finding.what) + "\n";
}

void write_finding(JsonWriter& json, const Finding& finding) {
  json.begin_object().key("document").value(finding.document);
  json.key("entry").value(finding.entry).key("what").value(finding.what).end_object();
}

Result<Proved> prove_files(const std::vector<std::string>& files, const FindingSink& report) {
  return verify_files(files.front(), {files.begin() + 1, files.end()}, report);
}

Result<Proved> prove_record(const VerifyOptions& options, const FindingSink& report) {
  const std::string path = store_path(options.store);
  Result<Proved> proved = verify_store(path, report);
  if (!proved || !options.worked_out) return proved;
  const Result<Record> record = Record::open(path);
  if (!record) return std::unexpected(record.error());
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return std::unexpected(materials.error());
  const Result<size_t> strings = prove_worked_out(*record, *materials, options.threads, report);
  if (!strings) return std::unexpected(strings.error());
  proved->strings += *strings;
  return proved;
}

}  // namespace

int run_verify(const VerifyOptions& options) {
  size_t failures = 0;
  JsonWriter json(2);
  json.begin_object().key("failures").begin_array();
  const FindingSink report = [&](const Finding& finding) {
    ++failures;
    if (options.json) {
      write_finding(json, finding);
    } else {
      print(line_of(finding));
    }
  };
  const Result<Proved> proved = options.files.empty() ? prove_record(options, report)
                                                      : prove_files(options.files, report);
  if (!proved) return refused(proved.error());
  if (options.json) {
    json.end_array().key("sources").value(static_cast<int64_t>(proved->sources));
    json.key("documents").value(static_cast<int64_t>(proved->documents));
    json.key("entries").value(static_cast<int64_t>(proved->entries));
    json.key("strings").value(static_cast<int64_t>(proved->strings));
    json.key("marks").value(static_cast<int64_t>(proved->marks));
    json.key("decisions").value(static_cast<int64_t>(proved->decisions));
    json.key("decisions_that_fit_nothing").value(static_cast<int64_t>(proved->unfit)).end_object();
    print(json.take() + "\n");
  } else {
    print(fmt::format("{} sources, {} documents, {} entries, {} strings{}{}: {}\n", proved->sources,
                      proved->documents, proved->entries, proved->strings,
                      proved->marks == 0 ? "" : fmt::format(", {} marks", proved->marks),
                      proved->decisions == 0 ? "" : fmt::format(", {} decisions", proved->decisions),
                      failures == 0 ? styled("all proved", Style::Good)
                                    : styled(fmt::format("{} failed", failures), Style::Bad)));
    if (proved->unfit > 0) {
      print(fmt::format("{} decisions have no effect: what they name is not in their texts\n", proved->unfit));
    }
  }
  return failures == 0 ? kDone : kRefused;
}

}  // namespace verbale
