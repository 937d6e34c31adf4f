// verbale add: reads documents into the record.
//
// One thread owns the record: it loads, asks the record whether a document is known, hands what is new
// to the readers, and stores what they give back in the order in which it went in. So the record is the
// same on any number of threads.
#include <fmt/format.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "base/file.h"
#include "base/ordered_workers.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/walk.h"
#include "pipeline/pipeline.h"
#include "source/loader.h"

namespace verbale {
namespace {

// What is lost at most when the machine stops.
constexpr size_t kBatchDocuments = 1000;
constexpr size_t kBatchBytes = size_t{16} << 20;

volatile std::sig_atomic_t interrupted = 0;

void note_interrupt(int signal) { interrupted = signal; }

// A first Ctrl-C ends the work after the document at hand, a second one at once.
void catch_interrupts() {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

struct Task {
  Document document;
  Admission admission;
};

class Adder {
 public:
  Adder(const AddOptions& options, Store& store, const Reader& reader, int threads)
      : options_(options), store_(store), reader_(reader),
        reporter_(*reader.knowledge),
        workers_(threads, 8 * static_cast<size_t>(threads), [this](Task task) {
          read_document(task.document, reader_);
          return make_reading(std::move(task.document), std::move(task.admission), reporter_);
        }) {}

  // An error: the record itself fails, nothing more can be stored.
  Result<void> add_files(const std::vector<std::string>& files);
  void refuse(const Error& error) {
    progress_->clear();
    print_error(error);
    ++refused_;
  }
  int refused() const { return refused_; }
  std::string summary() const;

 private:
  Result<void> add_file(const std::string& file);
  Result<void> add_standard_input();
  Result<void> keep_source(const std::string& file, const std::string& sha256);
  Result<void> take_document(Document document);
  Result<void> store_next();
  Result<void> finish();

  const AddOptions& options_;
  Store& store_;
  const Reader& reader_;
  MeetingReporter reporter_;
  OrderedWorkers<Task, Reading> workers_;
  std::unique_ptr<Progress> progress_ = std::make_unique<Progress>(0);
  std::string kept_source_;  // the SHA-256 of the file at hand
  uint64_t bytes_done_ = 0;
  uint64_t documents_ = 0;
  size_t batch_documents_ = 0;
  size_t batch_bytes_ = 0;
  int added_ = 0;
  int renewed_ = 0;
  int known_ = 0;
  int refused_ = 0;
};

uint64_t size_of(const std::string& path) {
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

Result<void> Adder::add_files(const std::vector<std::string>& files) {
  uint64_t total = 0;
  for (const std::string& file : files) total += size_of(file);
  progress_ = std::make_unique<Progress>(total);
  if (Result<void> begun = store_.begin(); !begun) return begun;
  for (const std::string& file : files) {
    if (interrupted != 0) break;
    if (Result<void> added = add_file(file); !added) return added;
    bytes_done_ += size_of(file);
  }
  Result<void> finished = finish();
  progress_->clear();
  return finished;
}

// The file's bytes are kept before its documents are stored; both are committed together.
Result<void> Adder::add_file(const std::string& file) {
  if (file == "-") return add_standard_input();
  Result<void> stored;
  DocumentSink sink;
  sink.refused = [this](Error&& error) { refuse(error); };
  sink.document = [&](Document&& document) {
    if (!stored || interrupted != 0) return;
    stored = keep_source(file, document.source.sha256);
    if (stored) stored = take_document(std::move(document));
    progress_->move_to(bytes_done_, documents_, file);
  };
  const Result<void> loaded = for_each_document(file, sink);
  if (!loaded) refuse(loaded.error());
  return stored;
}

// Cannot be read twice: the bytes are taken first.
Result<void> Adder::add_standard_input() {
  const Result<std::string> bytes = read_file("-");
  Result<Loaded> loaded = bytes ? load_bytes(*bytes, "-") : std::unexpected(bytes.error());
  if (!loaded) {
    refuse(loaded.error());
    return {};
  }
  for (const Error& error : loaded->refused) refuse(error);
  if (loaded->documents.empty()) return {};
  if (Result<void> kept = store_.keep_source(sha256_hex(*bytes), *bytes); !kept) return kept;
  for (Document& document : loaded->documents) {
    if (Result<void> taken = take_document(std::move(document)); !taken) return taken;
  }
  return {};
}

// Once a file; a document whose file has changed since it was loaded could not be proved.
Result<void> Adder::keep_source(const std::string& file, const std::string& sha256) {
  if (sha256 == kept_source_) return {};
  kept_source_ = sha256;
  const Result<bool> known = store_.has_source(sha256);
  if (!known) return std::unexpected(known.error());
  if (*known) return {};
  const Result<MappedFile> mapped = MappedFile::open(file);
  if (!mapped) return std::unexpected(mapped.error());
  if (sha256_hex(mapped->bytes()) != sha256) {
    return fail(file, "changed while it was read", "add it again");
  }
  batch_bytes_ += mapped->bytes().size();
  return store_.keep_source(sha256, mapped->bytes());
}

Result<void> Adder::take_document(Document document) {
  Result<Admission> admission = store_.admit(document, options_.flags);
  if (!admission) return std::unexpected(admission.error());
  ++documents_;
  if (admission->known) {
    ++known_;
    return {};
  }
  lay_over(document.source.given, admission->settings);
  while (workers_.full()) {
    if (Result<void> stored = store_next(); !stored) return stored;
  }
  workers_.submit({std::move(document), std::move(*admission)});
  return {};
}

Result<void> Adder::store_next() {
  Reading reading = workers_.next();
  batch_bytes_ += reading.document.text.size();
  const Result<Outcome> outcome = store_.add(std::move(reading));
  if (!outcome) return std::unexpected(outcome.error());
  switch (*outcome) {
    case Outcome::Added: ++added_; break;
    case Outcome::Renewed: ++renewed_; break;
    case Outcome::Known: ++known_; break;
  }
  if (++batch_documents_ < kBatchDocuments && batch_bytes_ < kBatchBytes) return {};
  batch_documents_ = 0;
  batch_bytes_ = 0;
  if (Result<void> committed = store_.commit(); !committed) return committed;
  return store_.begin();
}

Result<void> Adder::finish() {
  while (!workers_.empty()) {
    if (Result<void> stored = store_next(); !stored) return stored;
  }
  if (Result<void> settled = settle_record(store_, reader_, reporter_); !settled) return settled;
  return store_.commit();
}

std::string Adder::summary() const {
  std::string out = fmt::format("{} added", added_);
  if (renewed_ > 0) out += fmt::format(", {} read again", renewed_);
  return out + fmt::format(", {} known, {} refused\n", known_, refused_);
}

}  // namespace

int run_add(const AddOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) {
    print_error(reader.error());
    return kRefused;
  }
  Result<Store> store = open_store(options.store);
  if (!store) {
    print_error(store.error());
    return kRefused;
  }
  catch_interrupts();
  const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  Adder adder(options, *store, *reader, options.threads > 0 ? options.threads : cores);
  const Walk walk = find_files(options.paths);
  for (const Error& error : walk.refused) adder.refuse(error);
  const Result<void> done = adder.add_files(walk.files);
  if (!done) {
    print_error(done.error());
    return kRefused;
  }
  print(adder.summary());
  if (interrupted != 0) {
    finish_output();
    print_note("interrupted: what was added is in the record; add again to go on");
    raise(interrupted);
  }
  return adder.refused() > 0 ? kRefused : kDone;
}

}  // namespace verbale
