#include "serve/answer_cache.h"

namespace verbale {

std::optional<HttpResponse> AnswerCache::known(const std::string& question,
                                               const std::string& version) {
  std::unique_lock lock(mutex_);
  const auto kept = by_question_.find(question);
  if (version_ != version || kept == by_question_.end()) return std::nullopt;
  kept_.splice(kept_.begin(), kept_, kept->second);
  const std::shared_ptr<const HttpResponse> answer = kept_.front().answer;
  lock.unlock();
  return *answer;
}

HttpResponse AnswerCache::get(const std::string& question, const std::string& version,
                              const std::function<HttpResponse()>& find) {
  const std::string key = version + ' ' + question;
  std::unique_lock lock(mutex_);
  forget_all_but(version);
  found_.wait(lock, [&] { return !being_found_.contains(key); });
  if (version_ == version) {
    const auto known = by_question_.find(question);
    if (known != by_question_.end()) {
      kept_.splice(kept_.begin(), kept_, known->second);
      const std::shared_ptr<const HttpResponse> answer = kept_.front().answer;
      lock.unlock();  // it is copied while others look
      return *answer;
    }
  }
  being_found_.insert(key);
  lock.unlock();
  std::shared_ptr<const HttpResponse> answer;
  try {
    answer = std::make_shared<const HttpResponse>(find());
  } catch (...) {
    lock.lock();
    being_found_.erase(key);
    found_.notify_all();
    throw;
  }
  lock.lock();
  being_found_.erase(key);
  if (answer->status == 200 && version_ == version) keep(question, answer);
  found_.notify_all();
  lock.unlock();
  return *answer;
}

// One version at a time: an older one is asked for by nobody who comes later.
void AnswerCache::forget_all_but(const std::string& version) {
  if (version_ == version) return;
  version_ = version;
  kept_.clear();
  by_question_.clear();
  held_ = 0;
}

void AnswerCache::keep(const std::string& question,
                       const std::shared_ptr<const HttpResponse>& answer) {
  const size_t size = question.size() + answer->body.size();
  if (size > bytes_ / 4 || by_question_.contains(question)) return;
  kept_.push_front({question, answer});
  by_question_.emplace(question, kept_.begin());
  held_ += size;
  while (held_ > bytes_) {
    held_ -= kept_.back().question.size() + kept_.back().answer->body.size();
    by_question_.erase(kept_.back().question);
    kept_.pop_back();
  }
}

}  // namespace verbale
