// verbale show: one entry with its evidence in context.
#include <fmt/format.h>

#include "base/json_writer.h"
#include "cli/commands.h"
#include "cli/entry_text.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/terminal.h"

namespace verbale {
namespace {

std::string json_of(const FoundEntry& found) {
  JsonWriter json(1);
  json.begin_object().key("layer").value(layer_name(found.entry.layer));
  if (!found.asked.empty()) json.key("asked").value(found.asked);
  if (found.orphan) json.key("orphan").value(true);
  json.key("documents").begin_array();
  for (const std::string& name : found.publications) json.value(name);
  json.end_array().key("entry").raw(found.entry.body).end_object();
  return json.take() + "\n";
}

}  // namespace

std::string head_of(const FoundEntry& found) {
  std::string out = fmt::format("{} {}  {}\n", styled(layer_name(found.entry.layer), Style::Bold),
                                styled(found.entry.id, Style::Id), origin_of(found));
  if (found.orphan) {
    out += "  This entry is an orphan: reading its text again no longer finds it. It is shown as it was.\n";
  } else if (!found.asked.empty()) {
    out += fmt::format("  {} was read again; this is what stands there now.\n", found.asked);
  }
  return out;
}

int run_show(const EntryOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<FoundEntry> found = record->find_entry(options.id);
  if (!found) return refused(found.error());
  if (options.json) {
    print(json_of(*found));
    return kDone;
  }
  const JsonValue body = JsonValue::parse(found->entry.body).value_or(JsonValue());
  print(head_of(*found) + fields_of(*found, body) + evidence_of(*found, body));
  return kDone;
}

}  // namespace verbale
