// The functions that change the record, one group a file. The token was asked for before.
#pragma once

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

// Shared by them. The body as a JSON object; what is wrong with it as a 400, 413 or 415.
std::expected<JsonValue, HttpResponse> json_body(const HttpRequest& request);
// The record to write to; that somebody else writes as a 503.
std::expected<StoreKeeper::HeldStore, HttpResponse> hold_store(const Question& question);

}  // namespace verbale
