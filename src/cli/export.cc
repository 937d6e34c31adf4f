// verbale export: the documents of the record in another program's format.
#include <fmt/format.h>

#include <thread>

#include "answers/record_export.h"
#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/terminal.h"
#include "exports/exports.h"

namespace verbale {
namespace {

bool is_binary(const ExportFormat& format) {
  return format.media_type == "application/zip" || format.ending == ".docx";
}

int threads_of(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

}  // namespace

int run_export(const ExportOptionsGiven& options) {
  const ExportFormat* const format = find_export_format(options.format);
  if (options.output.empty() && is_binary(*format) && is_terminal(Stream::Output)) {
    print_error({options.format, "is no text to show on a terminal", "name a file with -o FILE" + std::string(format->ending)});
    return kUsage;
  }
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<RecordExport> exported = export_record(
      *record, *reader, *format, {options.filter, options.meeting, options.person, options.outlet}, {options.positions_only}, threads_of(options.threads));
  if (!exported) return refused(exported.error());
  if (exported->documents == 0) print_note("no document of the record is let through; the export is empty");
  if (exported->stale > 0) {
    print_note(fmt::format("{} documents were read by another version; some ids will differ from the record's: "
                           "run `verbale refresh` first", exported->stale));
  }
  const Result<void> written = write_file(options.output.empty() ? "-" : options.output, exported->bytes);
  return written ? kDone : refused(written.error());
}

}  // namespace verbale
