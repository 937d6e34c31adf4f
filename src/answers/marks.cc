#include "answers/marks.h"

#include <algorithm>
#include <array>

#include "answers/ledger_part.h"
#include "base/dates.h"
#include "base/utf8.h"

namespace verbale {
namespace {

PersonMark mark_on(const LedgerPart& part) {
  PersonMark mark;
  const CodePointIndex index(part.document.text);
  mark.entry = part.id;
  mark.text = text_id(part.document.text);
  mark.start = index.to_code_points(part.candidate.text.begin);
  mark.end = index.to_code_points(part.candidate.text.end);
  mark.words = part.document.str(part.candidate.text);
  return mark;
}

// The words that an id stands for: those of the claim, or of the part of it that the ledger names.
Result<PersonMark> find_words(const Record& record, const std::string& id,
                              const LedgerMaterials* materials) {
  if (names_part(id)) {
    if (materials == nullptr) return fail(id, "names a part of a claim");
    const Result<LedgerPart> part = find_part(record, id, *materials);
    if (!part) return std::unexpected(part.error());
    return mark_on(*part);
  }
  const Result<FoundEntry> found = record.find_entry(id);
  if (!found) return std::unexpected(found.error());
  PersonMark mark;
  mark.entry = found->entry.id;
  mark.text = text_id(found->text);
  mark.start = found->start;
  mark.end = found->end;
  const CodePointIndex index(found->text);
  mark.words = found->text.substr(index.to_bytes(mark.start),
                                  index.to_bytes(mark.end) - index.to_bytes(mark.start));
  return mark;
}

// The id of an entry or of a document, and its day.
struct Evidence {
  std::string id;
  std::string date;
};

Result<Evidence> find_evidence(const Record& record, const std::string& name) {
  const std::string own = name.substr(0, name.find('~'));
  const Result<FoundEntry> entry = record.find_entry(own.substr(0, own.rfind('.')));
  if (entry) return Evidence{entry->entry.id, entry->entry.date};
  const Result<ListedDocument> document = find_listed(record, name);
  if (!document) return std::unexpected(document.error());
  return Evidence{document->id, document->published};
}

Result<void> read_value(const MarkWish& wish, PersonMark& mark) {
  mark.scale = wish.scale == "implementation" ? MarkScale::Implementation : MarkScale::Compliance;
  constexpr std::array<std::string_view, 6> kValues = {"-1", "0", "1", "2", "3", "+1"};
  const auto value = std::ranges::find(kValues, wish.value);
  if (value == kValues.end()) return fail(wish.value, "is no status", "use -1, 0, +1, or 0 to 3");
  mark.value = *value == "+1" ? 1 : static_cast<int64_t>(value - kValues.begin()) - 1;
  if (mark.value > 1) mark.scale = MarkScale::Implementation;
  if (mark.value < 0 && wish.scale == "implementation")
    return fail(wish.value, "is not on that scale", "it goes from 0 to 3");
  if (mark.value > 1 && wish.scale == "compliance")
    return fail(wish.value, "is not on that scale", "it goes from -1 to +1");
  return {};
}

}  // namespace

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
