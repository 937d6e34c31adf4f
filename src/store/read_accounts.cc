#include "store/read_accounts.h"

#include <fmt/format.h>

#include <set>

#include "base/ordered_workers.h"
#include "source/loader.h"

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
