#include "changes/adder.h"

#include <filesystem>
#include <utility>

#include "base/file.h"
#include "changes/read_again.h"
#include "source/loader.h"

namespace verbale {
namespace {

// What is lost at most when the machine stops.
constexpr size_t kBatchDocuments = 1000;
constexpr size_t kBatchBytes = size_t{16} << 20;

}  // namespace

uint64_t size_of_file(const std::string& path) {
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  return error ? 0 : size;
}

Adder::Adder(Store& store, const Reader& reader, GivenMetadata flags, int threads, AddWatch watch)
    : store_(store),
      reader_(reader),
      flags_(std::move(flags)),
      watch_(std::move(watch)),
      reporter_(*reader.knowledge),
      workers_(threads, 8 * static_cast<size_t>(threads), [this](Task task) {
        read_document(task.document, reader_);
        return make_reading(std::move(task.document), std::move(task.admission), reporter_);
      }) {}

void Adder::refuse(const Error& error) const {
  if (watch_.refused) watch_.refused(error);
}

void Adder::count(const std::string& document, Outcome outcome) {
  switch (outcome) {
    case Outcome::Added:
      ++counts_.added;
      break;
    case Outcome::Renewed:
      ++counts_.renewed;
      break;
    case Outcome::Known:
      ++counts_.known;
      break;
  }
  if (watch_.stored) watch_.stored(document, outcome);
}

Result<void> Adder::add_files(const std::vector<std::string>& files) {
  if (Result<void> begun = store_.begin(); !begun) return begun;
  for (const std::string& file : files) {
    if (stopped()) break;
    if (Result<void> added = take_file(file); !added) return added;
    bytes_done_ += size_of_file(file);
  }
  return finish();
}

Result<void> Adder::add_bytes(std::string_view bytes, const std::string& name) {
  if (Result<void> begun = store_.begin(); !begun) return begun;
  if (Result<void> taken = take_bytes(bytes, name); !taken) return taken;
  return finish();
}

// The file's bytes are kept before its documents are stored; both are committed together.
Result<void> Adder::take_file(const std::string& file) {
  if (file == "-") {  // cannot be read twice: the bytes are taken first
    const Result<std::string> bytes = read_file("-");
    if (bytes) return take_bytes(*bytes, "-");
    refuse(bytes.error());
    return {};
  }
  Result<void> stored;
  DocumentSink sink;
  sink.refused = [this](Error&& error) { refuse(error); };
  sink.document = [&](Document&& document) {
    if (!stored || stopped()) return;
    stored = keep_source(file, document.source.sha256);
    if (stored) stored = take_document(std::move(document));
    if (watch_.progress) watch_.progress(bytes_done_, documents_, file);
  };
  const Result<void> loaded = for_each_document(file, sink);
  if (!loaded) refuse(loaded.error());
  return stored;
}

Result<void> Adder::take_bytes(std::string_view bytes, const std::string& name) {
  Result<Loaded> loaded = load_bytes(bytes, name);
  if (!loaded) {
    refuse(loaded.error());
    return {};
  }
  for (const Error& error : loaded->refused) refuse(error);
  if (loaded->documents.empty()) return {};
  if (Result<void> kept = store_.keep_source(sha256_hex(bytes), bytes); !kept) return kept;
  for (Document& document : loaded->documents) {
    if (stopped()) break;
    if (Result<void> taken = take_document(std::move(document)); !taken) return taken;
    if (watch_.progress) watch_.progress(bytes_done_, documents_, name);
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

// Nothing is under way then: what was admitted before another writes could be wrong after it.
Result<void> Adder::give_way() {
  if (Result<void> stored = store_all(); !stored) return stored;
  if (Result<void> committed = commit(); !committed) return committed;
  watch_.give_way();
  return store_.begin();
}

Result<void> Adder::take_document(Document document) {
  if (watch_.others_wait && watch_.others_wait()) {
    if (Result<void> given = give_way(); !given) return given;
  }
  Result<Admission> admission = store_.admit(document, flags_);
  if (!admission) return std::unexpected(admission.error());
  ++documents_;
  if (admission->known) {
    count(admission->publication, Outcome::Known);
    return {};
  }
  lay_over(document, *admission);
  while (workers_.full()) {
    if (Result<void> stored = store_next(); !stored) return stored;
  }
  workers_.submit({std::move(document), std::move(*admission)});
  return {};
}

Result<void> Adder::store_next() {
  Reading reading = workers_.next();
  batch_bytes_ += reading.document.text.size();
  const std::string publication = reading.admission.publication;
  const Result<Outcome> outcome = store_.add(std::move(reading));
  if (!outcome) return std::unexpected(outcome.error());
  count(publication, *outcome);
  if (++batch_documents_ < kBatchDocuments && batch_bytes_ < kBatchBytes) return {};
  if (Result<void> committed = commit(); !committed) return committed;
  return store_.begin();
}

Result<void> Adder::commit() {
  batch_documents_ = 0;
  batch_bytes_ = 0;
  Result<void> done = store_.commit();
  if (done && watch_.committed) watch_.committed();
  return done;
}

Result<void> Adder::store_all() {
  while (!workers_.empty()) {
    if (Result<void> stored = store_next(); !stored) return stored;
  }
  return {};
}

Result<void> Adder::finish() {
  if (Result<void> stored = store_all(); !stored) return stored;
  if (Result<void> settled = settle_record(store_, reader_, reporter_); !settled) return settled;
  return commit();
}

}  // namespace verbale
