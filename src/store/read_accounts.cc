#include "store/read_accounts.h"

#include <fmt/format.h>

#include <array>
#include <set>

#include "base/ordered_workers.h"
#include "source/loader.h"
#include "store/database.h"
#include "store/guarded.h"

namespace verbale {
namespace {

// Reads documents on several threads and keeps their order.
class AccountReader {
 public:
  AccountReader(const Reader& reader, int threads)
      : workers_(threads, 4 * static_cast<size_t>(std::max(1, threads)), [&reader](Document document) {
          read_document(document, reader);
          return document;
        }) {}

  void submit(Document document) {
    while (workers_.full()) done_.push_back(workers_.next());
    workers_.submit(std::move(document));
  }

  std::vector<Document> finish() {
    while (!workers_.empty()) done_.push_back(workers_.next());
    return std::move(done_);
  }

 private:
  std::vector<Document> done_;
  OrderedWorkers<Document, Document> workers_;
};

}  // namespace

Result<std::vector<Document>> read_accounts(const Record& record, const Reader& reader,
                                            std::span<const std::string> documents, int threads) {
  AccountReader accounts(reader, threads);
  for (const std::string& name : documents) {
    Result<Document> document = record.load_document(name);
    if (!document) return std::unexpected(document.error());
    if (document->source.sha256.empty()) {
      return fail({}, fmt::format("there is no document `{}` in the record", name),
                  "`verbale documents` lists them");
    }
    accounts.submit(std::move(*document));
  }
  return accounts.finish();
}

Result<std::vector<Document>> read_accounts(const Record& record, const Reader& reader,
                                            const EntryFilter& filter, int threads) {
  std::vector<std::string> names;
  std::set<std::string> texts;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    if (texts.insert(document.text).second) names.push_back(document.id);
  });
  if (!listed) return std::unexpected(listed.error());
  return read_accounts(record, reader, names, threads);
}

Result<std::optional<RecordIds>> stored_ids(const Record& record, const Document& document) {
  RecordIds ids = make_ids(document, CodePointIndex(document.text));
  std::array<size_t, kLayers> seen{};
  bool same = true;
  const Result<void> done = guarded<void>([&] {
    Query query = record.database().query(
        "SELECT layer, id, anchor, nth FROM entries WHERE text = (SELECT row FROM texts WHERE id = ?) "
        "ORDER BY layer, ordinal");
    query.bind(1, ids.text);
    while (query.step()) {
      const size_t layer = static_cast<size_t>(query.number(0));
      std::vector<ClaimId>& claims = ids.claims[layer];
      const size_t entry = seen[layer]++;
      if (entry >= claims.size()) {
        same = false;
        continue;
      }
      claims[entry] = {std::string(query.text(1)), static_cast<uint32_t>(query.number(2)),
                       static_cast<uint32_t>(query.number(3))};
    }
  });
  if (!done) return std::unexpected(done.error());
  for (size_t layer = 0; layer < kLayers; ++layer) same = same && seen[layer] == ids.claims[layer].size();
  if (!same) return std::optional<RecordIds>();
  return std::optional<RecordIds>(std::move(ids));
}

std::vector<Document> read_files(std::span<const std::string> files, const Reader& reader, int threads,
                                 const std::function<void(const Error&)>& refused) {
  AccountReader accounts(reader, threads);
  UniqueNames names;
  DocumentSink sink;
  sink.document = [&](Document&& document) { accounts.submit(std::move(document)); };
  sink.refused = refused;
  for (const std::string& file : files) {
    const Result<void> loaded = for_each_document(file, sink, &names);
    if (!loaded) refused(loaded.error());
  }
  return accounts.finish();
}

}  // namespace verbale
