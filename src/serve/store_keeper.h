// The record opened for writing: by one at a time, for as long as he holds it.
#pragma once

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

   private:
    friend class StoreKeeper;
    HeldStore(std::unique_lock<std::timed_mutex> lock, Store store)
        : lock_(std::move(lock)), store_(std::move(store)) {}
    std::unique_lock<std::timed_mutex> lock_;  // given back after the record is closed
    Store store_;
  };

  // An error: somebody else holds it for longer than `patience`, or it cannot be opened.
  Result<HeldStore> hold(std::chrono::milliseconds patience);

 private:
  const std::string path_;
  const std::string reader_version_;
  std::timed_mutex mutex_;
};

}  // namespace verbale
