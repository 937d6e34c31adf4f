#include "answers/decisions.h"

#include "answers/rows.h"
#include "record/decision_json.h"
#include "store/guarded.h"

namespace verbale {

Result<std::vector<ListedDecision>> list_decisions(const Record& record,
                                                   const DecisionFilter& filter) {
  return guarded<std::vector<ListedDecision>>([&] {
    std::vector<ListedDecision> listed;
    Query name = record.database().query(
        "SELECT p.name FROM texts t JOIN publications p ON p.row = t.publication WHERE t.id = ?");
    for (Decision& decision : load_decisions(record.database(), filter)) {
      ListedDecision& one = listed.emplace_back();
      if (name.bind(1, decision.text).step()) one.document = name.text(0);
      name.reset();
      one.decision = std::move(decision);
    }
    return listed;
  });
}

std::string decided_to_json(const Decision& decision, const FoundEntry* entry) {
  JsonWriter json(1);
  json.begin_object();
  write_decision(json.key("decision"), decision, entry != nullptr ? entry->entry.document : "");
  json.key("entry");
  if (entry == nullptr || entry->orphan) {
    json.null();
  } else {
    write_found_entry(json, *entry);
  }
  return json.end_object().take();
}

}  // namespace verbale
