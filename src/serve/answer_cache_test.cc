#include "serve/answer_cache.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace verbale {
namespace {

HttpResponse with_body(std::string body, int status = 200) {
  HttpResponse response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

class AnswerCacheTest : public testing::Test {
 protected:
  std::string ask(const std::string& question, const std::string& version) {
    return cache_
        .get(question, version,
             [&] {
               ++found_;
               return with_body(question + " " + version);
             })
        .body;
  }

  AnswerCache cache_{1000};
  int found_ = 0;
};

TEST_F(AnswerCacheTest, AQuestionIsAnsweredOnceUntilTheRecordChanges) {
  EXPECT_EQ(ask("a", "1"), "a 1");
  EXPECT_EQ(ask("a", "1"), "a 1");
  EXPECT_EQ(found_, 1);
  EXPECT_EQ(cache_.known("a", "1").value().body, "a 1");
  EXPECT_FALSE(cache_.known("b", "1").has_value());
  EXPECT_FALSE(cache_.known("a", "2").has_value());
  EXPECT_EQ(ask("a", "2"), "a 2");
  EXPECT_EQ(ask("a", "2"), "a 2");
  EXPECT_EQ(found_, 2);
}

TEST_F(AnswerCacheTest, WhatWasAskedLongestAgoGoesFirst) {
  const auto fill = [&](const std::string& question) {
    cache_.get(question, "1", [&] {
      ++found_;
      return with_body(std::string(240, 'x'));
    });
  };
  for (const char* question : {"a", "b", "c", "d"}) fill(question);
  fill("a");  // known, and now the last one asked
  fill("e");  // no room: b goes
  EXPECT_EQ(found_, 5);
  fill("a");
  EXPECT_EQ(found_, 5);
  fill("b");
  EXPECT_EQ(found_, 6);
}

TEST_F(AnswerCacheTest, RefusalsAndWhatIsTooLargeAreNotKept) {
  for (int i = 0; i < 2; ++i) {
    cache_.get("wrong", "1", [&] {
      ++found_;
      return with_body("", 404);
    });
    cache_.get("large", "1", [&] {
      ++found_;
      return with_body(std::string(900, 'x'));
    });
  }
  EXPECT_EQ(found_, 4);
}

TEST_F(AnswerCacheTest, WhoAsksWhatIsBeingFoundWaitsForIt) {
  std::atomic<int> found = 0;
  std::vector<std::thread> askers;
  for (int i = 0; i < 8; ++i) {
    askers.emplace_back([&] {
      const HttpResponse answer = cache_.get("slow", "1", [&] {
        ++found;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        return with_body("done");
      });
      EXPECT_EQ(answer.body, "done");
    });
  }
  for (std::thread& asker : askers) asker.join();
  EXPECT_EQ(found, 1);
}

TEST_F(AnswerCacheTest, WhatIsThrownLetsTheNextOneTry) {
  EXPECT_THROW(cache_.get("a", "1", []() -> HttpResponse { throw std::runtime_error("no"); }),
               std::runtime_error);
  EXPECT_EQ(ask("a", "1"), "a 1");
}

}  // namespace
}  // namespace verbale
