// verbale explain: why an entry was made.
#include <fmt/format.h>

#include "answers/things.h"
#include "answers/why.h"
#include "cli/commands.h"
#include "cli/entry_text.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "store/meeting_lists.h"

namespace verbale {
namespace {

std::string text_of(const Why& why) {
  std::string out = why.entry ? head_of(*why.entry) : fmt::format("meeting {}\n", why.id);
  for (const Reason& reason : why.reasons) {
    out += fmt::format("  {:12}  {}\n", reason.about, reason.words);
  }
  return out;
}

int explain_thing(const Record& record, const EntryOptions& options, const RuleTexts& rules) {
  const Result<LedgerMaterials> materials = load_ledger_materials();
  if (!materials) return refused(materials.error());
  const Result<Thing> thing = find_thing(record, options.id, *materials, rules);
  if (!thing) return refused(thing.error());
  print(options.json ? thing_why_to_json(*thing) + "\n"
                     : lines_of(thing->layer, thing->id, thing->reasons));
  return kDone;
}

int explain_visit(const Record& record, const EntryOptions& options) {
  const Result<FoundVisit> found = find_visit(record, options.id);
  if (!found) return refused(found.error());
  const std::vector<Reason> reasons = why_visit(found->visit);
  print(options.json ? why_to_json({found->visit.id, {}, reasons}) + "\n"
                     : lines_of("visit", found->visit.id, reasons));
  return kDone;
}

}  // namespace

int run_explain(const EntryOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<RuleTexts> rules = load_rule_texts();
  if (!rules) return refused(rules.error());
  if (options.id.starts_with("v-")) return explain_visit(*record, options);
  const Result<Why> answer = why(*record, options.id, *reader, *rules);
  if (!answer) return explain_thing(*record, options, *rules);
  if (answer->lost) {
    print_note("reading the text again with this version no longer finds the entry; `verbale refresh` renews the record");
  }
  print(options.json ? why_to_json(*answer) + "\n" : text_of(*answer));
  return kDone;
}

}  // namespace verbale
