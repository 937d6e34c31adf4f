#include "store/review_rows.h"

#include <fmt/format.h>

#include "base/json_value.h"
#include "record/values.h"
#include "store/guarded.h"

namespace verbale {

Result<std::vector<Decision>> find_decisions(const Record& record, const DecisionFilter& filter) {
  return guarded<std::vector<Decision>>([&] { return load_decisions(record.database(), filter); });
}

Result<std::vector<std::pair<std::string, int64_t>>> list_reviewers(const Record& record) {
  return guarded<std::vector<std::pair<std::string, int64_t>>>([&] {
    std::vector<std::pair<std::string, int64_t>> reviewers;
    Query query = record.database().query(
        "SELECT reviewer, count(*) FILTER (WHERE withdrawn_at IS NULL) FROM decisions GROUP BY "
        "reviewer ORDER BY reviewer");
    while (query.step()) reviewers.emplace_back(query.text(0), query.number(1));
    return reviewers;
  });
}

Result<std::optional<std::string>> find_text(const Record& record, std::string_view text_id) {
  return guarded<std::optional<std::string>>([&]() -> std::optional<std::string> {
    Query text = record.database().query("SELECT content FROM texts WHERE id = ?");
    if (!text.bind(1, text_id).step()) return std::nullopt;
    return std::string(text.text(0));
  });
}

Result<std::vector<TextEntry>> entries_of_text(const Record& record, std::string_view text_id,
                                               std::optional<Layer> layer) {
  return guarded<std::vector<TextEntry>>([&] {
    Query query = record.database().query(fmt::format(
        "SELECT e.id, e.anchor, e.nth, e.layer, e.key, e.body, e.start, e.\"end\" FROM entries e JOIN texts t ON t.row = "
        "e.text WHERE t.id = ?{} ORDER BY e.layer, e.ordinal",
        layer ? fmt::format(" AND e.layer = {}", static_cast<int>(*layer)) : ""));
    query.bind(1, text_id);
    std::vector<TextEntry> entries;
    while (query.step()) {
      entries.push_back({{std::string(query.text(0)), static_cast<uint32_t>(query.number(1)),
                          static_cast<uint32_t>(query.number(2))},
                         static_cast<Layer>(query.number(3)),
                         {static_cast<uint32_t>(query.number(6)), static_cast<uint32_t>(query.number(7))},
                         std::string(query.text(4)),
                         std::string(query.text(5))});
    }
    return entries;
  });
}

Result<std::optional<ClaimId>> find_claim(const Record& record, std::string_view id) {
  return guarded<std::optional<ClaimId>>([&]() -> std::optional<ClaimId> {
    Query query = record.database().query("SELECT anchor, nth FROM entries WHERE id = ?");
    if (!query.bind(1, id).step()) return std::nullopt;
    return ClaimId{std::string(id), static_cast<uint32_t>(query.number(0)),
                   static_cast<uint32_t>(query.number(1))};
  });
}

Result<ClaimId> free_claim(const Record& record, const std::string& text_id, Layer layer, uint32_t anchor) {
  return guarded<ClaimId>([&] {
    Query taken = record.database().query(
        "SELECT 1 FROM entries WHERE id = ?1 UNION SELECT 1 FROM decisions WHERE entry = ?1");
    ClaimId claim{claim_id(text_id, layer, anchor, 0), anchor, 0};
    while (taken.bind(1, claim.id).step()) {
      taken.reset();
      claim.id = claim_id(text_id, layer, anchor, ++claim.nth);
    }
    return claim;
  });
}

Result<std::optional<NamedActor>> find_named_actor(const Record& record, std::string_view id,
                                                   std::string_view text_id) {
  return guarded<std::optional<NamedActor>>([&]() -> std::optional<NamedActor> {
    Query query = record.database().query(fmt::format(
        "SELECT e.body, e.kind FROM entries e JOIN texts t ON t.row = e.text WHERE e.layer = {} AND "
        "e.key = ?1{} ORDER BY e.id LIMIT 1",
        static_cast<int>(Layer::Actor), text_id.empty() ? "" : " AND t.id = ?2"));
    query.bind(1, id);
    if (!text_id.empty()) query.bind(2, text_id);
    if (!query.step()) return std::nullopt;
    const JsonValue body = JsonValue::parse(query.text(0)).value_or(JsonValue());
    return NamedActor{std::string(id), body.at("name").text,
                      value_from<ActorKind>(query.text(1)).value_or(ActorKind::Person),
                      body.at("state").text};
  });
}

}  // namespace verbale
