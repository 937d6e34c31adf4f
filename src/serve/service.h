// What the page is answered from: the record, what it is read with, and what was answered before.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "answers/materials.h"
#include "answers/rules.h"
#include "serve/add_jobs.h"
#include "serve/answer_cache.h"
#include "serve/http.h"
#include "serve/readers.h"
#include "serve/store_keeper.h"

namespace verbale {

struct Service {
  std::string store;
  std::string token;  // who has it may write
  int threads = 1;    // to answer one long question with
  LedgerMaterials materials;
  RuleTexts rules;
  std::unique_ptr<RecordReaders> readers;
  std::unique_ptr<AnswerCache> cache;
  std::unique_ptr<StoreKeeper> keeper;  // null where nothing may be written
  std::unique_ptr<AddJobs> jobs;        // likewise

  bool writable() const { return keeper != nullptr; }
};

// A request on its way to the function that answers it.
struct Question {
  Service& service;
  const HttpRequest& request;
  std::vector<std::string> parts;  // what stands in the path for each {...} of the route
};

// Answers one request: routes, checks, cache. From any thread.
HttpResponse answer_request(Service& service, const HttpRequest& request);

// Before the body is read: a request to write without the token, to where nothing can be written.
std::optional<HttpResponse> refuse_request(const Service& service, const HttpRequest& request);

// The answer that is kept from an earlier asking, while the record is as it was.
std::optional<HttpResponse> known_answer(const Service& service, const HttpRequest& request);

// Bytes of a body that the address takes; 0: none.
size_t most_body(const HttpRequest& request);

Work work_of(const HttpRequest& request);

}  // namespace verbale
