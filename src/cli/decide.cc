// verbale decide: what a person says of an entry. verbale decisions: what persons have said.
#include <fmt/format.h>

#include <algorithm>

#include "answers/decisions.h"
#include "base/clock.h"
#include "base/json_writer.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/entry_text.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "record/decision_json.h"
#include "review/effect.h"
#include "review/wishes.h"

namespace verbale {
namespace {

Result<DecisionWish> wish_of(const DecideOptions& options, const Record& record) {
  DecisionWish wish;
  wish.reviewer = options.reviewer;
  wish.at = options.at.empty() ? utc_now() : options.at;
  wish.comment = options.comment;
  wish.upholds = options.upholds;
  wish.document = options.document;
  wish.place = {options.start, options.end};
  wish.layer = layer_from(options.layer);
  FoundEntry near;
  if (options.document.empty()) {
    const Result<FoundEntry> found = find_entry_to_decide(record, options.entry);
    if (!found) return std::unexpected(found.error());
    wish.entry = found->entry.id;
    near = *found;
  } else {
    const Result<Document> document = record.load_document(options.document);
    if (!document) return std::unexpected(document.error());
    near.text = document->text;
    near.start = options.start;
  }
  std::vector<std::string> whats = options.what;
  if (!options.document.empty() && !options.entry.empty())
    whats.insert(whats.begin(), options.entry);
  for (const std::string& what : whats) {
    if (verdict_from(what)) {
      wish.action = what;
      continue;
    }
    if (Result<void> set = add_setting(wish.change, what, near); !set)
      return std::unexpected(set.error());
    wish.action = "correct";
  }
  if (wish.action.empty() && !options.document.empty())
    wish.action = options.layer.empty() ? "nothing-here" : "correct";
  if (options.adjudicates || !options.upholds.empty()) {
    wish.verdict = wish.action;
    wish.action = "adjudicate";
  }
  return wish;
}

// The decision, and what stands there now.
int tell(const DecideOptions& options, const Decision& decision, const char* done) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<FoundEntry> found = record->find_entry(decision.claim.id);
  if (options.json) {
    print(decided_to_json(decision, found ? &*found : nullptr) + "\n");
    return kDone;
  }
  std::string out =
      fmt::format("{}  {} {} by {}\n", decision.id, action_name(decision), done, decision.reviewer);
  if (found && !decision.claim.id.empty()) {
    const JsonValue body = JsonValue::parse(found->entry.body).value_or(JsonValue());
    out += found->orphan ? fmt::format("{} is no longer in the record\n", decision.claim.id)
                         : head_of(*found) + fields_of(*found, body);
  }
  print(out);
  return kDone;
}

int undo(const DecideOptions& options) {
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const MeetingReporter reporter(*reader->knowledge);
  const Result<Decision> decision = undo_decision(*store, {*reader, reporter}, options.undo,
                                                  options.at.empty() ? utc_now() : options.at);
  if (!decision) return refused(decision.error());
  return tell(options, *decision, "withdrawn, made");
}

Result<Decision> ask_decision(const DecideOptions& options, const Knowledge& knowledge) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return std::unexpected(record.error());
  const Result<DecisionWish> wish = wish_of(options, *record);
  if (!wish) return std::unexpected(wish.error());
  return make_decision(*record, knowledge, *wish);
}

}  // namespace

int run_decide(const DecideOptions& options) {
  if (!options.undo.empty()) return undo(options);
  const bool words = !options.document.empty();
  const bool enough =
      words ? options.start < options.end
            : !options.entry.empty() && (!options.what.empty() || !options.upholds.empty());
  if (!enough || options.reviewer.empty()) {
    print_error(
        {options.entry,
         options.reviewer.empty() ? "a decision needs its reviewer" : "there is nothing to decide",
         options.reviewer.empty() ? "say who decides with --reviewer NAME"
                                  : "see `verbale help decide`"});
    return kUsage;
  }
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  const Result<Decision> decision = ask_decision(options, *reader->knowledge);
  if (!decision) return refused(decision.error());
  const MeetingReporter reporter(*reader->knowledge);
  const Result<size_t> kept = keep_decisions(*store, {*reader, reporter}, std::span(&*decision, 1));
  if (!kept) return refused(kept.error());
  return tell(options, *decision, "kept, made");
}

int run_decisions(const DecisionsOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<std::vector<ListedDecision>> listed = list_decisions(*record, options.filter);
  if (!listed) return refused(listed.error());
  if (options.json) {
    JsonWriter json(1);
    json.begin_array();
    for (const ListedDecision& one : *listed) write_decision(json, one.decision, one.document);
    print(json.end_array().take() + "\n");
    return kDone;
  }
  Table table({{"time"},
               {"reviewer"},
               {"action"},
               {"entry", Style::Id},
               {"change", Style::Plain, true},
               {"words", Style::Plain, true},
               {"document"},
               {"id", Style::Id}});
  for (const ListedDecision& one : *listed) {
    const Decision& decision = one.decision;
    const std::string change =
        decision.change == Correction() ? decision.comment : correction_to_json(decision.change);
    table.add({decision.at, decision.reviewer,
               std::string(action_name(decision)) + (decision.stands() ? "" : " (withdrawn)"),
               decision.claim.id, change, decision.words, one.document, decision.id});
  }
  print(layout_for_output(table));
  return kDone;
}

}  // namespace verbale
