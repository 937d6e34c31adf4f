#include "serve/readers.h"

#include <fmt/format.h>

#include <utility>

#include "serve/token.h"

namespace verbale {
namespace {

constexpr size_t kMostIdle = 16;

}  // namespace

RecordReaders::RecordReaders(std::string path, Record watcher)
    : path_(std::move(path)), start_(random_token().substr(0, 8)), watcher_(std::move(watcher)) {}

Result<std::unique_ptr<RecordReaders>> RecordReaders::open(const std::string& path) {
  Result<Record> watcher = Record::open(path);
  if (!watcher) return std::unexpected(watcher.error());
  return std::unique_ptr<RecordReaders>(new RecordReaders(path, std::move(*watcher)));
}

Result<RecordReaders::Lent> RecordReaders::lend() {
  std::unique_ptr<Record> record;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      record = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!record) {
    Result<Record> opened = Record::open(path_);
    if (!opened) return std::unexpected(opened.error());
    record = std::make_unique<Record>(std::move(*opened));
  }
  if (Result<void> begun = record->begin_snapshot(); !begun) return std::unexpected(begun.error());
  return Lent(*this, std::move(record));
}

RecordReaders::Lent::~Lent() {
  if (!record_ || !record_->end_snapshot()) return;
  const std::lock_guard lock(owner_->mutex_);
  if (owner_->idle_.size() < kMostIdle) owner_->idle_.push_back(std::move(record_));
}

Result<std::string> RecordReaders::version() {
  const std::lock_guard lock(watcher_mutex_);
  const Result<int64_t> number = watcher_.change_number();
  if (!number) return std::unexpected(number.error());
  return fmt::format("{}-{}", start_, *number);
}

}  // namespace verbale
