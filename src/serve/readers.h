// Connections to the record, lent to those who answer questions: each is used by one thread at a
// time.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/lists.h"

namespace verbale {

// Which file of the machine it is, whatever its name.
struct FileMark {
  uint64_t device = 0;
  uint64_t file = 0;
  bool operator==(const FileMark&) const = default;
};

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
    Lent(RecordReaders& owner, std::unique_ptr<Record> record, int file)
        : owner_(&owner), record_(std::move(record)), file_(file) {}
    RecordReaders* owner_;
    std::unique_ptr<Record> record_;
    int file_;  // `files_` when it was opened
  };
  Result<Lent> lend();

  // A string that is another one after the record has changed. What is read afterwards is at least
  // as new.
  Result<std::string> version();

 private:
  RecordReaders(std::string path, Record watcher);
  Result<void> look_for_another_file();

  const std::string path_;
  const std::string start_;  // tells this run of the program from others
  std::mutex mutex_;
  std::vector<std::unique_ptr<Record>> idle_;
  std::mutex watcher_mutex_;
  std::unique_ptr<Record> watcher_;
  FileMark file_;               // that the watcher has open
  std::atomic<int> files_ = 0;  // so many came in the place of the first
};

}  // namespace verbale
