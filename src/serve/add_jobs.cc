#include "serve/add_jobs.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>
#include <utility>

namespace verbale {
namespace {

constexpr size_t kMostWaiting = 10000;
constexpr size_t kMostWaitingBytes = size_t{512} << 20;
constexpr size_t kRemembered = 20000;
constexpr size_t kMostTold = 1000;  // names, and reasons, that a job tells

}  // namespace

AddJobs::AddJobs(StoreKeeper& keeper, const Reader& reader, int threads)
    : keeper_(keeper), reader_(reader), threads_(threads), worker_([this] { run(); }) {}

AddJobs::~AddJobs() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  there_.notify_all();
  worker_.join();
}

std::optional<std::string> AddJobs::submit(std::string bytes, std::string name,
                                           GivenMetadata flags) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= kMostWaiting || waiting_bytes_ + bytes.size() > kMostWaitingBytes) {
    return std::nullopt;
  }
  const std::string id = fmt::format("j-{}", ++count_);
  AddJob job;
  job.id = id;
  jobs_.emplace(id, std::move(job));
  order_.push_back(id);
  while (order_.size() > kRemembered) {
    jobs_.erase(order_.front());
    order_.pop_front();
  }
  waiting_bytes_ += bytes.size();
  waiting_.push_back({id, std::move(bytes), std::move(name), std::move(flags)});
  there_.notify_all();
  return id;
}

std::optional<AddJob> AddJobs::find(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const std::map<std::string, AddJob>::const_iterator found = jobs_.find(id);
  if (found == jobs_.end()) return std::nullopt;
  return found->second;
}

void AddJobs::update(const std::string& id, const std::function<void(AddJob&)>& change) {
  const std::lock_guard lock(mutex_);
  const std::map<std::string, AddJob>::iterator found = jobs_.find(id);
  if (found != jobs_.end()) change(found->second);
}

void AddJobs::run() {
  while (true) {
    std::unique_lock lock(mutex_);
    there_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (stopping_) return;
    const Waiting waiting = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    work_on(waiting);
    lock.lock();
    waiting_bytes_ -= waiting.bytes.size();
  }
}

// Tells the job what the adder does.
AddWatch AddJobs::watch_for(const std::string& id, StoreKeeper::HeldStore& store) {
  AddWatch watch;
  watch.refused = [this, id](const Error& error) { refuse(id, error); };
  watch.progress = [this, id](uint64_t, uint64_t documents, std::string_view) {
    update(id, [&](AddJob& job) { job.total = documents; });
  };
  watch.stored = [this, id, &store](const std::string& stored, Outcome outcome) {
    const Result<StoredDocument> document = store->find_document(stored);
    update(id, [&](AddJob& job) {
      ++job.done;
      job.total = std::max(job.total, job.done);
      const bool known = outcome == Outcome::Known;
      ++(known ? job.known_count : job.added_count);
      std::vector<std::string>& names = known ? job.known : job.added;
      if (names.size() < kMostTold) names.push_back(document ? document->name : stored);
    });
  };
  watch.committed = [this, id] {
    update(id, [](AddJob& job) { job.kept_count = job.added_count; });
  };
  watch.others_wait = [&store] { return store.others_wait(); };
  watch.give_way = [&store] { store.give_way(); };
  watch.stop = [this] {
    const std::lock_guard lock(mutex_);
    return stopping_;
  };
  return watch;
}

void AddJobs::refuse(const std::string& id, const Error& error) {
  update(id, [&](AddJob& job) {
    ++job.refused_count;
    if (job.refused.size() < kMostTold) job.refused.push_back(error);
  });
}

Result<void> AddJobs::add(const Waiting& waiting) {
  constexpr std::chrono::hours kPatience{24};  // the others hold it for moments
  Result<StoreKeeper::HeldStore> store = keeper_.hold(kPatience);
  if (!store) return std::unexpected(store.error());
  Adder adder(**store, reader_, waiting.flags, threads_, watch_for(waiting.id, *store));
  return adder.add_bytes(waiting.bytes, waiting.name);
}

// A file that takes more memory than there is must not end the server.
Result<void> AddJobs::add_or_refuse(const Waiting& waiting) {
  try {
    return add(waiting);
  } catch (const std::bad_alloc&) {
    return fail(waiting.name, "there is not memory enough to read it", "add it in several parts");
  } catch (...) {
    return fail(waiting.name, "could not be read", "add the others without it");
  }
}

void AddJobs::work_on(const Waiting& waiting) {
  const Result<void> added = add_or_refuse(waiting);
  if (!added) refuse(waiting.id, added.error());
  update(waiting.id, [&](AddJob& job) {
    if (!added) {  // what was not committed is taken back
      job.done -= job.added_count - job.kept_count;
      job.added_count = job.kept_count;
      job.added.resize(std::min<size_t>(job.added.size(), job.kept_count));
    }
    const bool nothing = job.added.empty() && job.known.empty();
    const bool failed = !added || (nothing && !job.refused.empty());
    job.state = failed ? AddJob::State::Failed : AddJob::State::Done;
  });
}

}  // namespace verbale
