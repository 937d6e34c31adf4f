// Adds documents to the record: the same steps whether they come from the command line or the page.
//
// One thread owns the record: it loads, asks the record whether a document is known, hands what is
// new to the readers, and stores what they give back in the order in which it went in. So the
// record is the same on any number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/ordered_workers.h"
#include "pipeline/pipeline.h"
#include "store/store.h"
#include "visits/reports.h"

namespace verbale {

// What is told while documents are added; all are called on the adding thread. `stop` may be empty,
// the others too.
struct AddWatch {
  std::function<void(const Error&)> refused;
  // Bytes of files behind us, documents loaded, the file at hand.
  std::function<void(uint64_t bytes, uint64_t documents, std::string_view file)> progress;
  // The id of a document that is in the record now, and whether it was added, was known, was read
  // again.
  std::function<void(const std::string& document, Outcome outcome)> stored;
  std::function<void()> committed;  // what was told as stored so far is kept for good
  // Somebody else waits to write: asked between documents. Then what was read is committed and
  // give_way is called, in which he writes.
  std::function<bool()> others_wait;
  std::function<void()> give_way;
  std::function<bool()> stop;  // true: ends after the document at hand; what was stored is kept
};

struct AddedCounts {
  int added = 0;
  int renewed = 0;
  int known = 0;
};

// Bytes; 0 where it cannot be told.
uint64_t size_of_file(const std::string& path);

class Adder {
 public:
  // `flags`: what the user says of all the documents, to be kept as set by a person.
  Adder(Store& store, const Reader& reader, GivenMetadata flags, int threads, AddWatch watch);

  // An error: the record itself fails, nothing more can be stored. What one file is refused for
  // goes to the watch. "-" is standard input.
  Result<void> add_files(const std::vector<std::string>& files);
  // The bytes of one file in memory, under its name.
  Result<void> add_bytes(std::string_view bytes, const std::string& name);

  const AddedCounts& counts() const { return counts_; }

 private:
  struct Task {
    Document document;
    Admission admission;
  };

  void refuse(const Error& error) const;
  bool stopped() const { return watch_.stop && watch_.stop(); }
  void count(const std::string& document, Outcome outcome);
  Result<void> take_file(const std::string& file);
  Result<void> take_bytes(std::string_view bytes, const std::string& name);
  Result<void> keep_source(const std::string& file, const std::string& sha256);
  Result<void> take_document(Document document);
  Result<void> store_next();
  Result<void> store_all();
  Result<void> give_way();
  Result<void> commit();
  Result<void> finish();

  Store& store_;
  const Reader& reader_;
  const GivenMetadata flags_;
  const AddWatch watch_;
  MeetingReporter reporter_;
  OrderedWorkers<Task, Reading> workers_;
  std::string kept_source_;  // the SHA-256 of the file at hand
  uint64_t bytes_done_ = 0;
  uint64_t documents_ = 0;
  size_t batch_documents_ = 0;
  size_t batch_bytes_ = 0;
  AddedCounts counts_;
};

}  // namespace verbale
