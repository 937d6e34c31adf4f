#include "serve/readers.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <utility>

#include "serve/token.h"

namespace verbale {
namespace {

constexpr size_t kMostIdle = 16;

// Which file stands under the path; nothing where there is none.
FileMark mark_of(const std::string& path) {
  struct stat found {};
  if (stat(path.c_str(), &found) != 0) return {};
  return {found.st_dev, found.st_ino};
}

}  // namespace

RecordReaders::RecordReaders(std::string path, Record watcher)
    : path_(std::move(path)),
      start_(random_token().substr(0, 8)),
      watcher_(std::make_unique<Record>(std::move(watcher))),
      file_(mark_of(path_)) {}

Result<std::unique_ptr<RecordReaders>> RecordReaders::open(const std::string& path) {
  Result<Record> watcher = Record::open(path);
  if (!watcher) return std::unexpected(watcher.error());
  return std::unique_ptr<RecordReaders>(new RecordReaders(path, std::move(*watcher)));
}

Result<RecordReaders::Lent> RecordReaders::lend() {
  const int file = files_;
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
  return Lent(*this, std::move(record), file);
}

RecordReaders::Lent::~Lent() {
  if (!record_ || !record_->end_snapshot()) return;
  const std::lock_guard lock(owner_->mutex_);
  if (owner_->files_ == file_ && owner_->idle_.size() < kMostIdle) owner_->idle_.push_back(std::move(record_));
}

// Another file under the same name: a copy that was put back, a record that was made anew.
Result<void> RecordReaders::look_for_another_file() {
  const FileMark now = mark_of(path_);
  if (now == file_ || now == FileMark()) return {};
  Result<Record> watcher = Record::open(path_);
  if (!watcher) return std::unexpected(watcher.error());
  watcher_ = std::make_unique<Record>(std::move(*watcher));
  file_ = now;
  ++files_;
  const std::lock_guard lock(mutex_);
  idle_.clear();
  return {};
}

Result<std::string> RecordReaders::version() {
  const std::lock_guard lock(watcher_mutex_);
  if (Result<void> looked = look_for_another_file(); !looked) return std::unexpected(looked.error());
  const Result<int64_t> number = watcher_->change_number();
  if (!number) return std::unexpected(number.error());
  return fmt::format("{}-{}-{}", start_, files_.load(), *number);
}

}  // namespace verbale
