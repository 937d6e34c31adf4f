// Connections to the record, lent to those who answer questions: each is used by one thread at a
// time.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/lists.h"

namespace verbale {

class RecordReaders {
 public:
  // Opens one connection to see that the record is there.
  static Result<std::unique_ptr<RecordReaders>> open(const std::string& path);

  // A connection for as long as it lives; all that is read through it is of one state of the
  // record.
  class Lent {
   public:
    Lent(Lent&&) noexcept = default;
    ~Lent();
    const Record& operator*() const { return *record_; }

   private:
    friend class RecordReaders;
    Lent(RecordReaders& owner, std::unique_ptr<Record> record)
        : owner_(&owner), record_(std::move(record)) {}
    RecordReaders* owner_;
    std::unique_ptr<Record> record_;
  };
  Result<Lent> lend();

  // A string that is another one after the record has changed. What is read afterwards is at least
  // as new.
  Result<std::string> version();

 private:
  RecordReaders(std::string path, Record watcher);

  const std::string path_;
  const std::string start_;  // tells this run of the program from others
  std::mutex mutex_;
  std::vector<std::unique_ptr<Record>> idle_;
  std::mutex watcher_mutex_;
  Record watcher_;
};

}  // namespace verbale
