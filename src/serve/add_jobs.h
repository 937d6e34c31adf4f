// Documents that the page sent, added one job after another by one worker.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "changes/adder.h"
#include "serve/store_keeper.h"

namespace verbale {

struct AddJob {
  enum class State { Reading, Done, Failed };

  std::string id;
  State state = State::Reading;
  uint64_t done = 0;               // documents that are in the record
  uint64_t total = 0;              // that were found in the file so far
  // Names, the first of them; those that were read again are among the added.
  std::vector<std::string> added;
  std::vector<std::string> known;
  std::vector<Error> refused;
  uint64_t added_count = 0;
  uint64_t known_count = 0;
  uint64_t refused_count = 0;
  uint64_t kept_count = 0;  // of the added: those that a later failure leaves
};

class AddJobs {
 public:
  AddJobs(StoreKeeper& keeper, const Reader& reader, int threads);
  // Ends the job at hand after its document at hand; what was stored is kept.
  ~AddJobs();

  // Returns the id of the job. Nothing: too much waits already.
  std::optional<std::string> submit(std::string bytes, std::string name, GivenMetadata flags);

  // The last jobs are remembered, the others forgotten.
  std::optional<AddJob> find(const std::string& id);

 private:
  struct Waiting {
    std::string id;
    std::string bytes;
    std::string name;
    GivenMetadata flags;
  };

  void run();
  void work_on(const Waiting& waiting);
  Result<void> add(const Waiting& waiting);
  Result<void> add_or_refuse(const Waiting& waiting);
  AddWatch watch_for(const std::string& id, StoreKeeper::HeldStore& store);
  void refuse(const std::string& id, const Error& error);
  void update(const std::string& id, const std::function<void(AddJob&)>& change);

  StoreKeeper& keeper_;
  const Reader& reader_;
  const int threads_;
  std::mutex mutex_;
  std::condition_variable there_;
  std::deque<Waiting> waiting_;
  size_t waiting_bytes_ = 0;
  std::map<std::string, AddJob> jobs_;
  std::deque<std::string> order_;  // of the ids, the oldest first
  uint64_t count_ = 0;
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace verbale
