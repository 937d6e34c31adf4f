#include "store/decision_rows.h"

#include "base/json_value.h"
#include "record/decision_check.h"
#include "record/decision_json.h"
#include "store/conditions.h"

namespace verbale {
namespace {

Decision read_row(const Query& query) {
  const auto text = [&](int column) { return std::string(query.text(column)); };
  const auto count = [&](int column) { return static_cast<uint32_t>(query.number(column)); };
  Decision decision;
  decision.id = text(0);
  decision.reviewer = text(1);
  decision.at = text(2);
  decision.verdict = verdict_from(query.text(3)).value_or(Verdict::Comment);
  decision.adjudicates = query.number(4) != 0;
  decision.text = text(5);
  decision.layer = static_cast<Layer>(query.number(6) % static_cast<int64_t>(kLayers));
  decision.place = {count(7), count(8)};
  decision.words = text(9);
  decision.claim = {text(10), count(11), count(12)};
  decision.change = correction_from_json(JsonValue::parse(query.text(13)).value_or(JsonValue()))
                        .value_or(Correction());
  decision.actors = named_actors_from_json(JsonValue::parse(query.text(14)).value_or(JsonValue()));
  decision.body = text(15);
  decision.comment = text(16);
  decision.withdrawn_at = text(17);
  return decision;
}

}  // namespace

std::vector<Decision> load_decisions(const Database& database, const DecisionFilter& filter) {
  Conditions where;
  if (!filter.text.empty()) where.add("text_id = ?", {filter.text});
  if (!filter.document.empty()) {
    where.add(
        "text_id IN (SELECT t.id FROM publications p JOIN texts t ON t.row = p.text WHERE p.name = "
        "? OR p.id = ?)",
        {filter.document, filter.document});
  }
  if (!filter.reviewer.empty()) where.add("reviewer = ?", {filter.reviewer});
  if (!filter.entry.empty())
    where.add("entry >= ? AND entry < ? || '~'", {filter.entry, filter.entry});
  if (!filter.id.empty()) where.add("id >= ? AND id < ? || '~'", {filter.id, filter.id});
  Query query = database.query(
      "SELECT id, reviewer, at, verdict, adjudicates, text_id, layer, start, \"end\", words, "
      "entry, anchor, nth, change, "
      "actors, body, comment, withdrawn_at FROM decisions" +
      where.sql() + " ORDER BY at, row");
  where.bind(query);
  std::vector<Decision> decisions;
  while (query.step()) decisions.push_back(read_row(query));
  return decisions;
}

std::shared_ptr<ReviewedText> load_review(const Database& database, std::string_view text_id,
                                          std::string_view text) {
  DecisionFilter about_text;
  about_text.text = text_id;
  std::vector<Decision> decisions = load_decisions(database, about_text);
  if (decisions.empty()) return nullptr;
  return fitting(
      std::make_shared<ReviewedText>(std::move(decisions), std::vector<DecidedEntry>()), text);
}

bool insert_decision(const Database& database, const Decision& decision) {
  Query known = database.query("SELECT withdrawn_at FROM decisions WHERE id = ?");
  known.bind(1, decision.id);
  if (known.step()) {
    if (decision.stands() || !known.is_null(0)) return false;
    known.reset();
    withdraw_decision(database, decision.id, decision.withdrawn_at);
    return true;
  }
  const std::string change = correction_to_json(decision.change);
  const std::string actors = named_actors_to_json(decision.actors);
  Query insert = database.query(
      "INSERT INTO decisions (id, reviewer, at, verdict, adjudicates, text_id, layer, start, "
      "\"end\", words, entry, anchor, "
      "nth, change, actors, body, comment, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
      "?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, decision.id)
      .bind(2, decision.reviewer)
      .bind(3, decision.at)
      .bind(4, verdict_name(decision.verdict));
  insert.bind(5, int64_t{decision.adjudicates})
      .bind(6, decision.text)
      .bind(7, static_cast<int64_t>(decision.layer));
  insert.bind(8, int64_t{decision.place.start})
      .bind(9, int64_t{decision.place.end})
      .bind(10, decision.words);
  insert.bind(11, decision.claim.id)
      .bind(12, int64_t{decision.claim.anchor})
      .bind(13, int64_t{decision.claim.nth});
  insert.bind(14, change)
      .bind(15, actors)
      .bind_or_null(16, decision.body)
      .bind_or_null(17, decision.comment);
  insert.bind_or_null(18, decision.withdrawn_at).run();
  return true;
}

bool withdraw_decision(const Database& database, std::string_view id, std::string_view at) {
  Query known = database.query("SELECT 1 FROM decisions WHERE id = ? AND withdrawn_at IS NULL");
  if (!known.bind(1, id).step()) return false;
  known.reset();
  database.query("UPDATE decisions SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL")
      .bind(1, at)
      .bind(2, id)
      .run();
  return true;
}

}  // namespace verbale
