#include "answers/record_export.h"

#include "store/read_accounts.h"

namespace verbale {

Result<RecordExport> export_record(const Record& record, const Reader& reader,
                                   const ExportFormat& format, const EntryFilter& filter,
                                   const ExportOptions& options, int threads) {
  const Result<std::vector<Document>> documents =
      format.reprints ? read_publications(record, reader, filter, threads)
                      : read_accounts(record, reader, filter, threads);
  if (!documents) return std::unexpected(documents.error());
  RecordExport result;
  result.documents = documents->size();
  std::vector<ExportedDocument> exported;
  for (const Document& document : *documents) {
    Result<std::optional<RecordIds>> stored = stored_ids(record, document);
    if (!stored) return std::unexpected(stored.error());
    if (!stored->has_value()) ++result.stale;
    RecordIds ids = stored->has_value() ? std::move(**stored)
                                        : make_ids(document, CodePointIndex(document.text));
    exported.push_back(prepare_export(document, std::move(ids), options));
  }
  Result<std::string> bytes = format.write(exported, options);
  if (!bytes) return std::unexpected(bytes.error());
  result.bytes = std::move(*bytes);
  return result;
}

}  // namespace verbale
