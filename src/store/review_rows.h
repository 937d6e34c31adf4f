// What those who decide ask of the record: entries of a text, who an id means, decisions that were made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "record/decision.h"
#include "store/decision_rows.h"
#include "store/lists.h"

namespace verbale {

// In the order in which they were made.
Result<std::vector<Decision>> find_decisions(const Record& record, const DecisionFilter& filter);

// Everybody who has decided something, with how many of his decisions stand; by name.
Result<std::vector<std::pair<std::string, int64_t>>> list_reviewers(const Record& record);

// The text with that id; nothing: it is not in the record.
Result<std::optional<std::string>> find_text(const Record& record, std::string_view text_id);

struct TextEntry {
  ClaimId claim;
  Layer layer = Layer::Statement;
  CodeRange place;   // what its evidence covers
  std::string key;   // of actors: id
  std::string body;  // JSON, as in `read --json`
};

// In the order of layers and lists; of one layer where one is given.
Result<std::vector<TextEntry>> entries_of_text(const Record& record, std::string_view text_id,
                                               std::optional<Layer> layer = std::nullopt);

// The place that the entry's id follows from; nothing: it is not in the record.
Result<std::optional<ClaimId>> find_claim(const Record& record, std::string_view id);

// The first id of that place that no entry has and that nobody has decided about.
Result<ClaimId> free_claim(const Record& record, const std::string& text_id, Layer layer, uint32_t anchor);

// Whom an actor's id means in that text, or, where `text_id` is empty, in the first text that names him.
Result<std::optional<NamedActor>> find_named_actor(const Record& record, std::string_view id,
                                                   std::string_view text_id);

}  // namespace verbale
