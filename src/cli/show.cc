// verbale show: one entry with its evidence in context.
#include <fmt/format.h>

#include "answers/meetings.h"
#include "answers/rows.h"
#include "answers/things.h"
#include "cli/commands.h"
#include "cli/entry_text.h"
#include "cli/meeting_text.h"
#include "cli/reread.h"
#include "cli/show_record.h"
#include "cli/store_path.h"
#include "cli/terminal.h"

namespace verbale {
namespace {

// Of a meeting, a visit: the whole, with its accounts.
template <class Found, class Write>
int show_joined(const EntryOptions& options, std::string_view layer, const Found& found, const std::string& text, Write write) {
  if (!options.json) {
    print(text);
    return kDone;
  }
  JsonWriter json(1);
  json.begin_object().key("layer").value(layer);
  if (!found.asked.empty()) json.key("asked").value(found.asked);
  write(json.key("entry"));
  print(json.end_object().take() + "\n");
  return kDone;
}

// A document, a part of a claim, a point, a phrase, a name.
int show_thing(const Record& record, const EntryOptions& options) {
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return refused(materials.error());
  const Result<RuleTexts> rules = load_rule_texts();
  if (!rules) return refused(rules.error());
  const Result<Thing> thing = find_thing(record, options.id, *materials, *rules);
  if (!thing) return refused(thing.error());
  if (options.json) {
    print(thing_to_json(*thing) + "\n");
  } else if (thing->document) {
    print(readable_record(*thing->document));
  } else {
    print(lines_of(thing->layer, thing->id, thing->says));
  }
  return kDone;
}

}  // namespace

std::string lines_of(std::string_view layer, std::string_view id,
                     const std::vector<Reason>& lines) {
  std::string out = fmt::format("{} {}\n", styled(layer, Style::Bold), styled(id, Style::Id));
  for (const Reason& line : lines) out += fmt::format("  {:14}{}\n", line.about, line.words);
  return out;
}

std::string head_of(const FoundEntry& found) {
  std::string out = fmt::format("{} {}  {}\n", styled(layer_name(found.entry.layer), Style::Bold),
                                styled(found.entry.id, Style::Id), origin_of(found));
  if (found.rejected) {
    out += "  A person rejected this entry (`verbale decisions`). It is shown as it was.\n";
  } else if (found.orphan) {
    out += "  This entry is an orphan: reading its text again no longer finds it. It is shown as it was.\n";
  } else if (!found.asked.empty()) {
    out += fmt::format("  {} was read again; this is what stands there now.\n", found.asked);
  }
  return out;
}

int run_show(const EntryOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  if (options.id.starts_with("v-")) {
    const Result<FoundVisit> visit = find_visit(*record, options.id);
    if (!visit) return refused(visit.error());
    return show_joined(options, "visit", *visit, visit_text(*visit), [&](JsonWriter& json) { write_visit(json, visit->visit); });
  }
  // What no reading finds any more is shown as it was.
  const Result<FoundMeeting> meeting = find_meeting(*record, options.id);
  if (meeting) {
    return show_joined(options, "meeting", *meeting, meeting_text(*meeting),
                       [&](JsonWriter& json) { write_meeting(json, meeting->meeting); });
  }
  const Result<FoundEntry> found = record->find_entry(options.id);
  if (!found) return show_thing(*record, options);
  if (options.json) {
    JsonWriter json(1);
    write_found_entry(json, *found);
    print(json.take() + "\n");
    return kDone;
  }
  const JsonValue body = JsonValue::parse(found->entry.body).value_or(JsonValue());
  print(head_of(*found) + fields_of(*found, body) + evidence_of(*found, body));
  return kDone;
}

}  // namespace verbale
