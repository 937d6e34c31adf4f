// The record opened for writing: by one at a time, for as long as he holds it.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "store/store.h"

namespace verbale {

class StoreKeeper {
 public:
  // `reader_version` as Store::open takes it.
  StoreKeeper(std::string path, std::string reader_version)
      : path_(std::move(path)), reader_version_(std::move(reader_version)) {}

  class HeldStore {
   public:
    Store& operator*() { return store_; }
    Store* operator->() { return &store_; }

    bool others_wait() const { return keeper_->waiting_ > 0; }
    // Lets those who wait write, for at most two seconds. Nothing may be begun in the record.
    void give_way();

   private:
    friend class StoreKeeper;
    HeldStore(StoreKeeper& keeper, std::unique_lock<std::timed_mutex> lock, Store store)
        : keeper_(&keeper), lock_(std::move(lock)), store_(std::move(store)) {}
    StoreKeeper* keeper_;
    std::unique_lock<std::timed_mutex> lock_;  // given back after the record is closed
    Store store_;
  };

  // An error: somebody else holds it for longer than `patience`, or it cannot be opened.
  Result<HeldStore> hold(std::chrono::milliseconds patience);

 private:
  const std::string path_;
  const std::string reader_version_;
  std::timed_mutex mutex_;
  std::atomic<int> waiting_ = 0;  // who wants to hold it
};

}  // namespace verbale
