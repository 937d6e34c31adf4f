// Work on several threads whose results come back in the order of the work.
//
// The owner submits and takes results on one thread. At most `bound` pieces are under way, so memory
// stays flat however much is submitted. With one thread everything runs in submit().
#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace verbale {

template <class In, class Out>
class OrderedWorkers {
 public:
  // `work` is called on several threads at once.
  OrderedWorkers(int threads, size_t bound, std::function<Out(In)> work)
      : work_(std::move(work)), bound_(bound) {
    if (threads <= 1) return;
    for (int i = 0; i < threads; ++i) threads_.emplace_back([this] { run(); });
  }

  OrderedWorkers(const OrderedWorkers&) = delete;

  ~OrderedWorkers() {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      closed_ = true;
    }
    work_there_.notify_all();
    for (std::thread& thread : threads_) thread.join();
  }

  // Does submit() have to wait for next() to be called first?
  bool full() const { return slots_.size() >= (threads_.empty() ? 1 : bound_); }
  bool empty() const { return slots_.empty(); }

  void submit(In in) {
    slots_.push_back(std::make_unique<Slot>());
    Slot& slot = *slots_.back();
    slot.in.emplace(std::move(in));
    if (threads_.empty()) {
      do_work(slot);
      return;
    }
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      waiting_.push_back(&slot);
    }
    work_there_.notify_one();
  }

  // Is the oldest piece done, so that next() will not wait?
  bool ready() {
    const std::lock_guard<std::mutex> lock(mutex_);
    return !slots_.empty() && slots_.front()->done;
  }

  // The result of the oldest piece; waits for it. What its work threw is thrown here. Requires
  // !empty().
  Out next() {
    std::unique_lock<std::mutex> lock(mutex_);
    result_there_.wait(lock, [this] { return slots_.front()->done; });
    const std::unique_ptr<Slot> slot = std::move(slots_.front());
    slots_.pop_front();
    if (slot->failure) std::rethrow_exception(slot->failure);
    return std::move(*slot->out);
  }

 private:
  struct Slot {
    std::optional<In> in;
    std::optional<Out> out;
    std::exception_ptr failure;
    bool done = false;
  };

  void do_work(Slot& slot) const {
    try {
      slot.out.emplace(work_(std::move(*slot.in)));
    } catch (...) {
      slot.failure = std::current_exception();
    }
    slot.in.reset();
    slot.done = true;
  }

  void run() {
    std::unique_lock<std::mutex> lock(mutex_);
    for (;;) {
      work_there_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      Slot& slot = *waiting_.front();
      waiting_.pop_front();
      lock.unlock();
      Slot worked;
      worked.in = std::move(slot.in);
      do_work(worked);
      lock.lock();
      slot = std::move(worked);
      result_there_.notify_one();
    }
  }

  std::function<Out(In)> work_;
  size_t bound_;
  std::deque<std::unique_ptr<Slot>> slots_;  // touched by the owner only, but for the slots' inside
  std::deque<Slot*> waiting_;
  std::mutex mutex_;
  std::condition_variable work_there_;
  std::condition_variable result_there_;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace verbale
