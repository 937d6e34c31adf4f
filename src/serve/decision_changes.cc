// Persons' decisions made and withdrawn from the page.
#include "answers/decisions.h"
#include "base/clock.h"
#include "base/plain_line.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "review/effect.h"
#include "review/wishes.h"
#include "serve/changes.h"
#include "serve/parameters.h"
#include "serve/routes.h"

namespace verbale {
namespace {

HttpResponse refuse(const Error& error) {
  return http_error(400, error.file.empty() ? error.what : error.file + ": " + error.what,
                    error.remedy);
}

std::expected<DecisionWish, HttpResponse> read_wish(const JsonValue& body) {
  DecisionWish wish;
  std::string layer;
  const StringMember members[] = {
      {"reviewer", &wish.reviewer, kLongestName}, {"entry", &wish.entry, kLongestParameter},
      {"document", &wish.document, kLongestParameter}, {"layer", &layer, kLongestParameter},
      {"action", &wish.action, kLongestParameter},     {"verdict", &wish.verdict, kLongestParameter},
      {"upholds", &wish.upholds, kLongestParameter},   {"comment", &wish.comment, kLongestComment}};
  if (std::optional<HttpResponse> problem = read_strings(body, members)) return std::unexpected(std::move(*problem));
  wish.layer = layer_from(layer);
  if (!layer.empty() && !wish.layer)
    return std::unexpected(http_error(400, "layer is none", "statement, topic, commitment, ..."));
  if (!wish.verdict.empty() && !verdict_from(wish.verdict))
    return std::unexpected(
        http_error(400, "verdict is none", "accept, reject, correct, nothing-here or comment"));
  if (wish.entry.empty()) {
    const JsonValue& start = body.at("start");
    const JsonValue& end = body.at("end");
    if (!start.is_integer() || !end.is_integer() || start.integer < 0 ||
        end.integer <= start.integer || end.integer > UINT32_MAX) {
      return std::unexpected(http_error(400, "neither an entry nor words are named",
                                        "entry, or document with start and end in code points"));
    }
    wish.place = {static_cast<uint32_t>(start.integer), static_cast<uint32_t>(end.integer)};
  }
  Result<Correction> change = correction_from_json(body.at("change"));
  if (!change) return std::unexpected(refuse(change.error()));
  wish.change = std::move(*change);
  return wish;
}

// The decision with the entry as it now stands.
HttpResponse tell(const Question& question, const Decision& decision) {
  const Result<RecordReaders::Lent> record = question.service.readers->lend();
  if (!record) return failed(record.error());
  const Result<FoundEntry> entry = (**record).find_entry(decision.claim.id);
  return json_response(decided_to_json(decision, entry ? &*entry : nullptr));
}

// Its id follows from its words and its second. What was said, withdrawn and is said again within a
// second would be the withdrawn one: it is given the next second.
Result<Decision> make_now(const Question& question, Store& store, DecisionWish wish) {
  constexpr int kMostTries = 60;
  const Result<RecordReaders::Lent> record = question.service.readers->lend();
  if (!record) return std::unexpected(record.error());
  const std::time_t now = std::time(nullptr);
  for (int i = 0;; ++i) {
    wish.at = utc_time(now + i);
    Result<Decision> decision =
        make_decision(**record, *question.service.materials.reader.knowledge, wish);
    if (!decision || i == kMostTries) return decision;
    const Result<Decision> earlier = store.find_decision(decision->id);
    if (!earlier || earlier->id != decision->id || earlier->stands()) return decision;
  }
}

}  // namespace

HttpResponse post_decision(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  const std::expected<JsonValue, HttpResponse> body = json_body(question.request);
  if (!body) return body.error();
  const std::expected<DecisionWish, HttpResponse> wish = read_wish(*body);
  if (!wish) return wish.error();
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  const Result<Decision> decision = make_now(question, **store, *wish);
  if (!decision) return refuse(decision.error());
  const Reader& reader = question.service.materials.reader;
  const MeetingReporter reporter(*reader.knowledge);
  const Result<size_t> kept = keep_decisions(**store, {reader, reporter}, std::span(&*decision, 1));
  return kept ? tell(question, *decision) : failed_change(kept.error());
}

HttpResponse delete_decision(const Question& question) {
  if (auto problem = Parameters(question.request).problem()) return *problem;
  std::expected<StoreKeeper::HeldStore, HttpResponse> store = hold_store(question);
  if (!store) return store.error();
  const Result<Decision> there = (*store)->find_decision(question.parts[0]);
  if (!there) return not_found(there.error());
  if (there->id != question.parts[0]) {
    return http_error(404, "no decision has that id", "give the whole of it");
  }
  if (!there->stands()) {
    return http_error(409, there->id + ": was withdrawn at " + there->withdrawn_at,
                      "decide again if it is to count");
  }
  const Reader& reader = question.service.materials.reader;
  const MeetingReporter reporter(*reader.knowledge);
  const Result<Decision> decision =
      undo_decision(**store, {reader, reporter}, there->id, utc_now());
  return decision ? tell(question, *decision) : failed_change(decision.error());
}

}  // namespace verbale
