// verbale status: a person's dated mark on an undertaking, with the evidence for it.
#include <fmt/format.h>

#include <optional>

#include "answers/ledger_part.h"
#include "answers/marks.h"
#include "answers/rows.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "store/statuses.h"

namespace verbale {
namespace {

int list_marks(const StatusOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<std::vector<PersonMark>> marks = read_marks(*record);
  if (!marks) return refused(marks.error());
  Table table({{"date"},
               {"status"},
               {"scale"},
               {"words", Style::Plain, true},
               {"evidence", Style::Id},
               {"id", Style::Id}});
  JsonWriter json(1);
  json.begin_array();
  for (const PersonMark& mark : *marks) {
    if (!options.id.empty() && !mark.entry.starts_with(options.id)) continue;
    write_mark(json, mark);
    table.add({mark.date, mark_text(mark), scale_name(mark.scale), mark.words, mark.evidence,
               mark.entry});
  }
  print(options.json ? json.end_array().take() + "\n" : layout_for_output(table));
  return kDone;
}

Result<PersonMark> ask_mark(const StatusOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return std::unexpected(record.error());
  std::optional<LedgerMaterials> materials;
  if (names_part(options.id)) {
    Result<LedgerMaterials> loaded = load_ledger_materials();
    if (!loaded) return std::unexpected(loaded.error());
    materials = std::move(*loaded);
  }
  const MarkWish wish{options.id, options.value, options.scale, options.evidence, options.date};
  return make_mark(*record, wish, materials ? &*materials : nullptr);
}

}  // namespace

int run_status(const StatusOptions& options) {
  if (options.value.empty()) return list_marks(options);
  if (options.value != "none" && options.evidence.empty()) {
    print_error({options.id, "a status needs its evidence",
                 "name an entry or a document with --evidence ID"});
    return kUsage;
  }
  const Result<PersonMark> mark = ask_mark(options);
  if (!mark) return refused(mark.error());
  Result<Store> store = open_store(options.store);
  if (!store) return refused(store.error());
  if (options.value == "none") {
    const Result<bool> taken = store->take_mark_back(*mark);
    if (!taken) return refused(taken.error());
    if (!*taken)
      return refused({options.id, "has no status of " + mark->date, "`verbale status` lists them"});
    return kDone;
  }
  const Result<void> set = store->set_mark(*mark);
  if (!set) return refused(set.error());
  print(fmt::format("{}  {} ({}) on {}: {}\n", mark->entry, mark_text(*mark),
                    scale_name(mark->scale), mark->date, mark->words));
  return kDone;
}

}  // namespace verbale
