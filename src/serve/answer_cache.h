// Answers, kept for as long as the record is as it was.
//
// Bounded: what was asked longest ago goes first. Who asks what is being found already waits for
// it.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

#include "serve/http.h"

namespace verbale {

class AnswerCache {
 public:
  explicit AnswerCache(size_t bytes) : bytes_(bytes) {}

  // The answer to `question` of the record at `version`, if it is kept. From any thread.
  std::optional<HttpResponse> known(const std::string& question, const std::string& version);

  // The answer to `question` of the record at `version`; `find` is called where it is not known.
  // Only answers with status 200 are kept. From any thread.
  HttpResponse get(const std::string& question, const std::string& version,
                   const std::function<HttpResponse()>& find);

 private:
  struct Kept {
    std::string question;
    std::shared_ptr<const HttpResponse> answer;
  };

  void forget_all_but(const std::string& version);
  void keep(const std::string& question, const std::shared_ptr<const HttpResponse>& answer);

  const size_t bytes_;
  std::mutex mutex_;
  std::condition_variable found_;
  std::string version_;
  std::list<Kept> kept_;  // what was asked last comes first
  std::map<std::string, std::list<Kept>::iterator> by_question_;
  std::set<std::string> being_found_;  // version and question
  size_t held_ = 0;
};

}  // namespace verbale
