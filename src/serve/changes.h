// The functions that change the record, one group a file. The token was asked for before.
#pragma once

#include <span>

#include "base/json_value.h"
#include "serve/service.h"

namespace verbale {

// document_changes.cc
HttpResponse post_add(const Question& question);
HttpResponse get_job(const Question& question);
HttpResponse post_settings(const Question& question);
HttpResponse delete_document(const Question& question);

// mark_changes.cc
HttpResponse post_mark(const Question& question);

// decision_changes.cc
HttpResponse post_decision(const Question& question);
HttpResponse delete_decision(const Question& question);
// search_changes.cc
HttpResponse post_search(const Question& question);
HttpResponse delete_search(const Question& question);

inline constexpr size_t kMostJsonBytes = size_t{1} << 20;

// Shared by them. The body as a JSON object; what is wrong with it as a 400, 413 or 415.
std::expected<JsonValue, HttpResponse> json_body(const HttpRequest& request);
// Of a failed change: 503 where somebody else writes, 409 where the record may not be written, 507 where there is no
// room, else 500.
HttpResponse failed_change(const Error& error);
// A string of the body and where it is put; `most` code points. One that is not there, or null, is empty.
struct StringMember {
  const char* name;
  std::string* value;
  uint32_t most;
};
// What is wrong with them as a 400; nothing if they are well.
std::optional<HttpResponse> read_strings(const JsonValue& body, std::span<const StringMember> members);
// The record to write to, or why not, as failed_change says it.
std::expected<StoreKeeper::HeldStore, HttpResponse> hold_store(const Question& question);

}  // namespace verbale
