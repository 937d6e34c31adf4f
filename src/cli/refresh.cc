// verbale refresh: reads again, from what the record holds, what an older version has read.
#include <fmt/format.h>

#include <thread>

#include "base/ordered_workers.h"
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "pipeline/pipeline.h"

namespace verbale {
namespace {

constexpr int kBatchDocuments = 1000;

class Refresher {
 public:
  Refresher(Store& store, const Reader& reader, int threads)
      : store_(store), reader_(reader), reporter_(*reader.knowledge),
        workers_(threads, 8 * static_cast<size_t>(threads), [this](StoredReading stored) {
          read_document(stored.document, reader_);
          return make_reading(std::move(stored.document), std::move(stored.admission), reporter_);
        }) {}

  Result<int> run(const std::vector<StoredDocument>& documents) {
    Progress progress(documents.size());
    if (Result<void> begun = store_.begin(); !begun) return std::unexpected(begun.error());
    for (size_t i = 0; i < documents.size(); ++i) {
      Result<StoredReading> stored = store_.load_again(documents[i]);
      if (!stored) return std::unexpected(stored.error());
      if (Result<void> room = store_until(false); !room) return std::unexpected(room.error());
      workers_.submit(std::move(*stored));
      progress.move_to(i, i, documents[i].name);
    }
    if (Result<void> rest = store_until(true); !rest) return std::unexpected(rest.error());
    if (Result<void> settled = settle_record(store_, reader_, reporter_); !settled) return std::unexpected(settled.error());
    if (Result<void> committed = store_.commit(); !committed) return std::unexpected(committed.error());
    return done_;
  }

 private:
  Result<void> store_until(bool all) {
    while (all ? !workers_.empty() : workers_.full()) {
      const Result<Outcome> outcome = store_.add(workers_.next());
      if (!outcome) return std::unexpected(outcome.error());
      if (++done_ % kBatchDocuments != 0) continue;
      if (Result<void> committed = store_.commit(); !committed) return committed;
      if (Result<void> begun = store_.begin(); !begun) return begun;
    }
    return {};
  }

  Store& store_;
  const Reader& reader_;
  MeetingReporter reporter_;
  OrderedWorkers<StoredReading, Reading> workers_;
  int done_ = 0;
};

}  // namespace

int run_refresh(const RefreshOptions& options) {
  const Result<Record> there = Record::open(store_path(options.store));  // refresh makes no record
  if (!there) return refused(there.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<std::vector<StoredDocument>> documents = store->all_documents(!options.all);
  if (!documents) return refused(documents.error());
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  const Result<int> done =
      Refresher(*store, *reader, options.threads > 0 ? options.threads : cores).run(*documents);
  if (!done) return refused(done.error());
  print(fmt::format("{} read again\n", *done));
  return kDone;
}

}  // namespace verbale
