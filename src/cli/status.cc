// verbale status: a person's dated mark on an undertaking, with the evidence for it.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/json_writer.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/reread.h"
#include "cli/store_path.h"
#include "cli/table.h"
#include "ledger/candidates.h"
#include "store/statuses.h"

namespace verbale {
namespace {

// The words that an id of the ledger stands for: those of the claim, or of the part of it that ".2"
// names.
Result<PersonMark> find_words(const Record& record, const std::string& id) {
  const std::string own =
      id.substr(0, id.find('~'));  // behind it: the thread that the words are mentioned in
  const size_t dot = own.rfind('.');
  const Result<FoundEntry> found = record.find_entry(own.substr(0, dot));
  if (!found) return std::unexpected(found.error());
  PersonMark mark;
  mark.entry = dot == std::string::npos ? found->entry.id : found->entry.id + own.substr(dot);
  mark.text = text_id(found->text);
  mark.start = found->start;
  mark.end = found->end;
  const CodePointIndex index(found->text);
  mark.words = found->text.substr(index.to_bytes(mark.start),
                                  index.to_bytes(mark.end) - index.to_bytes(mark.start));
  if (dot == std::string::npos) return mark;
  const Result<Reader> reader = load_reader();
  if (!reader) return std::unexpected(reader.error());
  const Result<Meanings> meanings = Meanings::load(reader->knowledge->home);
  const Result<LedgerWords> words = LedgerWords::load(reader->knowledge->home);
  if (!meanings || !words) return std::unexpected(meanings ? words.error() : meanings.error());
  Result<Document> document = record.load_document(found->publications.front());
  if (!document) return std::unexpected(document.error());
  read_document(*document, *reader);
  for (const Candidate& candidate :
       find_candidates(*document, 0, {}, {reader->knowledge.get(), &*meanings, &*words})) {
    if (candidate.id != mark.entry) continue;
    mark.start = index.to_code_points(candidate.text.begin);
    mark.end = index.to_code_points(candidate.text.end);
    mark.words = document->str(candidate.text);
    return mark;
  }
  return fail(id, "the claim has no such part",
              fmt::format("`verbale show {}` shows the claim", found->entry.id));
}

// The id of an entry or of a document, and its day.
struct Evidence {
  std::string id;
  std::string date;
};

Result<Evidence> find_evidence(const Record& record, const std::string& name) {
  const Result<FoundEntry> entry = record.find_entry(name.substr(0, name.rfind('.')));
  if (entry) return Evidence{entry->entry.id, entry->entry.date};
  Evidence evidence;
  EntryFilter filter;
  filter.document = name;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    evidence = {document.id, document.published};
  });
  if (!listed) return std::unexpected(listed.error());
  if (evidence.id.empty()) {
    return fail(name, "is no entry and no document of the record",
                "`verbale search` and `verbale documents` show their ids");
  }
  return evidence;
}

Result<void> read_value(const StatusOptions& options, PersonMark& mark) {
  mark.scale =
      options.scale == "implementation" ? MarkScale::Implementation : MarkScale::Compliance;
  constexpr std::array<std::string_view, 6> kValues = {"-1", "0", "1", "2", "3", "+1"};
  const auto value = std::ranges::find(kValues, options.value);
  if (value == kValues.end())
    return fail(options.value, "is no status", "use -1, 0, +1, or 0 to 3");
  mark.value = *value == "+1" ? 1 : static_cast<int64_t>(value - kValues.begin()) - 1;
  if (mark.value > 1) mark.scale = MarkScale::Implementation;
  if (mark.value < 0 && options.scale == "implementation")
    return fail(options.value, "is not on that scale", "it goes from 0 to 3");
  if (mark.value > 1 && options.scale == "compliance")
    return fail(options.value, "is not on that scale", "it goes from -1 to +1");
  return {};
}

Result<PersonMark> make_mark(const Record& record, const StatusOptions& options) {
  Result<PersonMark> mark = find_words(record, options.id);
  if (!mark) return mark;
  if (options.value != "none") {
    const Result<void> value = read_value(options, *mark);
    if (!value) return std::unexpected(value.error());
    const Result<Evidence> evidence = find_evidence(record, options.evidence);
    if (!evidence) return std::unexpected(evidence.error());
    mark->evidence = evidence->id;
    mark->date = evidence->date;
  } else if (options.scale == "implementation") {
    mark->scale = MarkScale::Implementation;
  }
  if (!options.date.empty()) mark->date = iso_date(options.date);
  if (mark->date.size() != 10)
    return fail(options.id, "the day of the status is not known", "give it with --date YYYY-MM-DD");
  return mark;
}

void write_mark(JsonWriter& json, const PersonMark& mark) {
  json.begin_object()
      .key("entry")
      .value(mark.entry)
      .key("value")
      .value(mark.value)
      .key("scale")
      .value(scale_name(mark.scale));
  json.key("date")
      .value(mark.date)
      .key("evidence")
      .value(mark.evidence)
      .key("words")
      .begin_object();
  json.key("text_id")
      .value(mark.text)
      .key("text")
      .value(mark.words)
      .key("start")
      .value(mark.start)
      .key("end")
      .value(mark.end);
  json.end_object().end_object();
}

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

}  // namespace

int run_status(const StatusOptions& options) {
  if (options.value.empty()) return list_marks(options);
  if (options.value != "none" && options.evidence.empty()) {
    print_error({options.id, "a status needs its evidence",
                 "name an entry or a document with --evidence ID"});
    return kUsage;
  }
  const Result<PersonMark> mark = [&] {
    const Result<Record> record = Record::open(store_path(options.store));
    return record ? make_mark(*record, options)
                  : Result<PersonMark>(std::unexpected(record.error()));
  }();
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
