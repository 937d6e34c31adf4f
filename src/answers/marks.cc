#include "answers/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/utf8.h"
#include "ledger/candidates.h"

namespace verbale {
namespace {

// The words that an id of the ledger stands for: those of the claim, or of the part of it that ".2"
// names.
Result<PersonMark> find_words(const Record& record, const std::string& id,
                              const LedgerMaterials* materials) {
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
  if (materials == nullptr) return fail(id, "names a part of a claim");
  Result<Document> document = record.load_document(found->publications.front());
  if (!document) return std::unexpected(document.error());
  read_document(*document, materials->reader);
  const NamedThings names(std::span(&*document, 1), {}, *materials->reader.knowledge);
  for (const Candidate& candidate :
       find_candidates(*document, 0, names.of(0), materials->tools())) {
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

Result<void> read_value(const MarkWish& wish, PersonMark& mark) {
  mark.scale =
      wish.scale == "implementation" ? MarkScale::Implementation : MarkScale::Compliance;
  constexpr std::array<std::string_view, 6> kValues = {"-1", "0", "1", "2", "3", "+1"};
  const auto value = std::ranges::find(kValues, wish.value);
  if (value == kValues.end())
    return fail(wish.value, "is no status", "use -1, 0, +1, or 0 to 3");
  mark.value = *value == "+1" ? 1 : static_cast<int64_t>(value - kValues.begin()) - 1;
  if (mark.value > 1) mark.scale = MarkScale::Implementation;
  if (mark.value < 0 && wish.scale == "implementation")
    return fail(wish.value, "is not on that scale", "it goes from 0 to 3");
  if (mark.value > 1 && wish.scale == "compliance")
    return fail(wish.value, "is not on that scale", "it goes from -1 to +1");
  return {};
}

}  // namespace

bool names_part(const std::string& id) {
  return id.substr(0, id.find('~')).find('.') != std::string::npos;
}

Result<PersonMark> make_mark(const Record& record, const MarkWish& wish,
                             const LedgerMaterials* materials) {
  Result<PersonMark> mark = find_words(record, wish.id, materials);
  if (!mark) return mark;
  if (wish.value != "none") {
    const Result<void> value = read_value(wish, *mark);
    if (!value) return std::unexpected(value.error());
    const Result<Evidence> evidence = find_evidence(record, wish.evidence);
    if (!evidence) return std::unexpected(evidence.error());
    mark->evidence = evidence->id;
    mark->date = evidence->date;
  } else if (wish.scale == "implementation") {
    mark->scale = MarkScale::Implementation;
  }
  if (!wish.date.empty()) mark->date = iso_date(wish.date);
  if (mark->date.size() != 10)
    return fail(wish.id, "the day of the status is not known", "give it with --date YYYY-MM-DD");
  return mark;
}

}  // namespace verbale
