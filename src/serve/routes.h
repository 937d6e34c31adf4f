// The functions that answer, one group a file. Each takes a question and, where it reads the
// record, a connection that shows one state of it.
#pragma once

#include "serve/service.h"

namespace verbale {

// record_routes.cc
HttpResponse get_record(const Question& question, const Record& record);
HttpResponse get_documents(const Question& question, const Record& record);
HttpResponse get_document(const Question& question, const Record& record);

// entry_routes.cc
// The entries of a layer; not of meetings, which are told joined.
template <Layer layer>
HttpResponse get_entries(const Question& question, const Record& record);
HttpResponse get_entry(const Question& question, const Record& record);
HttpResponse get_why(const Question& question, const Record& record);

// meeting_routes.cc
HttpResponse get_meetings(const Question& question, const Record& record);
HttpResponse get_visits(const Question& question, const Record& record);
HttpResponse get_meeting(const Question& question, const Record& record);
HttpResponse get_comparison(const Question& question, const Record& record);

// relation_routes.cc
HttpResponse get_ledger(const Question& question, const Record& record);
HttpResponse get_marks(const Question& question, const Record& record);
HttpResponse get_names(const Question& question, const Record& record);
HttpResponse get_phrases(const Question& question, const Record& record);
HttpResponse get_phrase(const Question& question, const Record& record);
HttpResponse get_texts(const Question& question, const Record& record);

// search_routes.cc
HttpResponse get_search(const Question& question, const Record& record);
HttpResponse get_searches(const Question& question, const Record& record);

// overview_routes.cc
HttpResponse get_people(const Question& question, const Record& record);
HttpResponse get_person(const Question& question, const Record& record);
HttpResponse get_network(const Question& question, const Record& record);
HttpResponse get_heat(const Question& question, const Record& record);

// take_away_routes.cc
HttpResponse get_export(const Question& question, const Record& record);
HttpResponse get_brief(const Question& question, const Record& record);

// review_routes.cc
HttpResponse get_review_queue(const Question& question, const Record& record);
HttpResponse get_agreement(const Question& question, const Record& record);
HttpResponse get_reviewers(const Question& question, const Record& record);
HttpResponse get_decisions(const Question& question, const Record& record);

// Shared by them.
HttpResponse json_response(std::string json);
HttpResponse not_found(const Error& error);
// The record itself failed, not the request.
HttpResponse failed(const Error& error);

}  // namespace verbale
