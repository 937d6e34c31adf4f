// verbale export: the documents of the record in another program's format.
#include <fmt/format.h>

#include <thread>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/terminal.h"
#include "exports/exports.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

bool is_binary(const ExportFormat& format) {
  return format.media_type == "application/zip" || format.ending == ".docx";
}

int threads_of(int asked) {
  return asked > 0 ? asked : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
}

Result<std::vector<ExportedDocument>> prepare(const Record& record, const std::vector<Document>& documents,
                                             const ExportOptions& options) {
  std::vector<ExportedDocument> exported;
  size_t stale = 0;
  for (const Document& document : documents) {
    Result<std::optional<RecordIds>> ids = stored_ids(record, document);
    if (!ids) return std::unexpected(ids.error());
    if (!ids->has_value()) ++stale;
    exported.push_back(prepare_export(
        document, ids->has_value() ? std::move(**ids) : make_ids(document, CodePointIndex(document.text)), options));
  }
  if (stale > 0) {
    print_note(fmt::format("{} documents were read by another version; some ids will differ from the record's: "
                           "run `verbale refresh` first", stale));
  }
  return exported;
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
  const Result<std::vector<Document>> documents =
      read_accounts(*record, *reader, options.filter, threads_of(options.threads));
  if (!documents) return refused(documents.error());
  if (documents->empty()) print_note("no document of the record is let through; the export is empty");
  const Result<std::vector<ExportedDocument>> exported = prepare(*record, *documents, {options.positions_only});
  if (!exported) return refused(exported.error());
  const Result<std::string> bytes = format->write(*exported, {options.positions_only});
  if (!bytes) return refused(bytes.error());
  const Result<void> written = write_file(options.output.empty() ? "-" : options.output, *bytes);
  return written ? kDone : refused(written.error());
}

}  // namespace verbale
