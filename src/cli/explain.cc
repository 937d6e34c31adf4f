// verbale explain: why an entry was made.
#include <fmt/format.h>

#include "answers/why.h"
#include "cli/commands.h"
#include "cli/entry_text.h"
#include "cli/reread.h"
#include "cli/store_path.h"

namespace verbale {
namespace {

std::string text_of(const Why& why) {
  std::string out = why.entry ? head_of(*why.entry) : fmt::format("meeting {}\n", why.id);
  for (const Reason& reason : why.reasons) {
    out += fmt::format("  {:12}  {}\n", reason.about, reason.words);
  }
  return out;
}

}  // namespace

int run_explain(const EntryOptions& options) {
  const Result<Record> record = Record::open(store_path(options.store));
  if (!record) return refused(record.error());
  const Result<Reader> reader = load_reader();
  if (!reader) return refused(reader.error());
  const Result<RuleTexts> rules = load_rule_texts();
  if (!rules) return refused(rules.error());
  const Result<Why> answer = why(*record, options.id, *reader, *rules);
  if (!answer) return refused(answer.error());
  if (answer->lost) {
    print_note("reading the text again with this version no longer finds the entry; `verbale refresh` renews the record");
  }
  print(options.json ? why_to_json(*answer) + "\n" : text_of(*answer));
  return kDone;
}

}  // namespace verbale
