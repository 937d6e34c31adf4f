#include "answers/record_export.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "answers/filter_values.h"
#include "answers/telling.h"
#include "base/utf8.h"
#include "store/meeting_lists.h"
#include "store/read_accounts.h"

namespace verbale {
namespace {

using Names = std::set<std::string>;  // ids of documents

bool is_report_kind(const std::string& kind) {
  const std::vector<std::string> kinds = report_kinds();
  return std::ranges::find(kinds, kind) != kinds.end();
}

// One who tells of a meeting of that kind, or in which that person took part.
Result<Names> telling_of(const Record& record, const std::string& kind, const std::string& person) {
  Names ids;
  EntryFilter filter;
  filter.kind = kind;
  filter.speaker = person;
  const Result<void> done = each_meeting(record, filter, [&](const ListedMeeting& meeting) {
    for (const ListedAccount& account : meeting.accounts) {
      if (!account.mention) ids.insert(account.document_id);
    }
  });
  if (!done) return std::unexpected(done.error());
  return ids;
}

Result<Names> saying(const Record& record, const std::string& speaker, const std::string& act) {
  Names ids;
  EntryFilter filter;
  filter.speaker = speaker;
  filter.act = act;
  const Result<void> done = record.each_entry(Layer::Statement, filter, [&](const ListedEntry& entry) { ids.insert(entry.document_id); });
  if (!done) return std::unexpected(done.error());
  return ids;
}

// What the document itself does not tell: each a list in which it must be.
Result<std::vector<Names>> lists_of(const Record& record, const ExportChoice& choice) {
  std::vector<Names> lists;
  if (!choice.meeting.empty()) {
    const Result<TellingDocuments> telling = documents_that_tell(record, choice.meeting);
    if (!telling) return std::unexpected(telling.error());
    lists.emplace_back(telling->ids.begin(), telling->ids.end());
  }
  const std::string meeting_kind = is_report_kind(choice.filter.kind) ? "" : choice.filter.kind;
  if (!meeting_kind.empty() || !choice.person.empty()) {
    Result<Names> telling = telling_of(record, meeting_kind, choice.person);
    if (!telling) return std::unexpected(telling.error());
    lists.push_back(std::move(*telling));
  }
  if (!choice.filter.speaker.empty() || !choice.filter.act.empty()) {
    Result<Names> said = saying(record, choice.filter.speaker, choice.filter.act);
    if (!said) return std::unexpected(said.error());
    lists.push_back(std::move(*said));
  }
  return lists;
}

bool has_words(std::string_view name, std::string_view words) {
  return (' ' + fold(name) + ' ').find(' ' + fold(words) + ' ') != std::string::npos;
}

// The documents that the choice lets through, in the order of lists. Where several print one text, only the one that
// speaks for it: its entries would be there twice; but each one as citations.
Result<std::vector<std::string>> choose(const Record& record, const ExportChoice& choice, bool every) {
  const Result<std::vector<Names>> lists = lists_of(record, choice);
  if (!lists) return std::unexpected(lists.error());
  EntryFilter filter = choice.filter;
  filter.speaker.clear();
  filter.act.clear();
  if (!is_report_kind(filter.kind)) filter.kind.clear();
  filter.limit = -1;  // these two count documents that are chosen
  filter.offset = 0;
  std::vector<std::string> ids;
  std::set<std::string> texts;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    const bool fits = std::ranges::all_of(*lists, [&](const Names& names) { return names.contains(document.id); }) &&
                      (choice.outlet.empty() || has_words(document.outlet, choice.outlet));
    if (fits && (every || texts.insert(document.text).second)) ids.push_back(document.id);
  });
  if (!listed) return std::unexpected(listed.error());
  ids.erase(ids.begin(), ids.begin() + std::min(choice.filter.offset, std::ssize(ids)));
  if (choice.filter.limit >= 0) ids.resize(static_cast<size_t>(std::min(choice.filter.limit, std::ssize(ids))));
  return ids;
}

}  // namespace

std::vector<std::string> export_kinds() {
  std::vector<std::string> kinds = report_kinds();
  std::ranges::move(kinds_of(Layer::Meeting), std::back_inserter(kinds));
  return kinds;
}

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
