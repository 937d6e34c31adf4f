#include "answers/record_export.h"

#include <algorithm>
#include <set>

#include "answers/telling.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

// The documents that the choice lets through, in the order of lists. Where several print one text, only the one that
// speaks for it: its entries would be there twice; but each one as citations.
Result<std::vector<std::string>> choose(const Record& record, const ExportChoice& choice, bool every) {
  TellingDocuments telling;
  if (!choice.meeting.empty()) {
    Result<TellingDocuments> found = documents_that_tell(record, choice.meeting);
    if (!found) return std::unexpected(found.error());
    telling = std::move(*found);
  }
  EntryFilter filter = choice.filter;
  filter.limit = -1;  // these two count documents that are chosen
  filter.offset = 0;
  std::vector<std::string> ids;
  std::set<std::string> texts;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    const bool tells = choice.meeting.empty() || std::ranges::find(telling.ids, document.id) != telling.ids.end();
    if (tells && (every || texts.insert(document.text).second)) ids.push_back(document.id);
  });
  if (!listed) return std::unexpected(listed.error());
  ids.erase(ids.begin(), ids.begin() + std::min(choice.filter.offset, std::ssize(ids)));
  if (choice.filter.limit >= 0) ids.resize(static_cast<size_t>(std::min(choice.filter.limit, std::ssize(ids))));
  return ids;
}

}  // namespace

Result<RecordExport> export_record(const Record& record, const Reader& reader,
                                   const ExportFormat& format, const ExportChoice& choice,
                                   const ExportOptions& options, int threads) {
  const Result<std::vector<std::string>> chosen = choose(record, choice, format.of_publications);
  if (!chosen) return std::unexpected(chosen.error());
  const Result<std::vector<Document>> documents = read_accounts(record, reader, *chosen, threads);
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
