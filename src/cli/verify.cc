// verbale verify: proves the record again and lists what fails.
#include "verify/verify.h"

#include <fmt/format.h>

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
  const Result<Proved> proved = options.files.empty()
                                    ? verify_store(store_path(options.store), report)
                                    : verify_files(options.files[0], options.files[1], report);
  if (!proved) return refused(proved.error());
  if (options.json) {
    json.end_array().key("sources").value(static_cast<int64_t>(proved->sources));
    json.key("documents").value(static_cast<int64_t>(proved->documents));
    json.key("entries").value(static_cast<int64_t>(proved->entries));
    json.key("strings").value(static_cast<int64_t>(proved->strings));
    json.key("decisions").value(static_cast<int64_t>(proved->decisions)).end_object();
    print(json.take() + "\n");
  } else {
    const std::string decisions = proved->decisions == 0 ? "" : fmt::format(", {} decisions", proved->decisions);
    print(fmt::format("{} sources, {} documents, {} entries, {} strings{}: {}\n", proved->sources,
                      proved->documents, proved->entries, proved->strings, decisions,
                      failures == 0 ? styled("all proved", Style::Good)
                                    : styled(fmt::format("{} failed", failures), Style::Bad)));
  }
  return failures == 0 ? kDone : kRefused;
}

}  // namespace verbale
