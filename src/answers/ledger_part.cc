#include "answers/ledger_part.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>

#include "base/utf8.h"
#include "knowledge/tsv.h"

namespace verbale {
namespace {

constexpr std::string_view kAlone = "n-";  // words that no claim holds

// "n-TEXT-PLACE": the id of the text.
std::string text_of(const std::string& own) {
  const size_t end = own.find('-', kAlone.size());
  return "x-" + own.substr(kAlone.size(), end - kAlone.size());
}

// The document that holds the part, and the id as the reading of today has it.
struct PartPlace {
  std::string document;
  std::string id;
};

Result<PartPlace> place_of(const Record& record, const std::string& own) {
  if (own.starts_with(kAlone)) {
    const Result<ListedDocument> document = find_listed(record, text_of(own));
    if (!document) return fail(own, "is in no text of the record", "`verbale ledger` shows the ids");
    return PartPlace{document->name, own};
  }
  const size_t dot = own.find('.');
  const Result<FoundEntry> found = record.find_entry(own.substr(0, dot));
  if (!found) return std::unexpected(found.error());
  const std::string part = dot == std::string::npos ? std::string() : own.substr(dot);
  return PartPlace{found->publications.front(), found->entry.id + part};
}

// "n-TEXT-START-END": names that only the other documents of a ledger show to be one are found by
// their place alone.
std::optional<Candidate> words_at_place(const Document& document, const std::string& own) {
  const std::vector<std::string_view> pieces = split_cell(own, '-');
  if (!own.starts_with(kAlone) || pieces.size() != 4) return std::nullopt;
  std::array<uint32_t, 2> places{};
  for (size_t i = 0; i < 2; ++i) {
    const std::string_view digits = pieces[i + 2];
    const char* end = digits.data() + digits.size();
    const std::from_chars_result read = std::from_chars(digits.data(), end, places[i]);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
  }
  const CodePointIndex index(document.text);
  if (places[0] >= places[1] || places[1] > index.code_points()) return std::nullopt;
  Candidate candidate;
  candidate.id = own;
  candidate.text = {index.to_bytes(places[0]), index.to_bytes(places[1])};
  candidate.made_by = "ledger.name";
  return candidate;
}

}  // namespace

bool names_part(const std::string& id) {
  return id.starts_with(kAlone) || id.find('.') != std::string::npos ||
         id.find('~') != std::string::npos;
}

Result<ListedDocument> find_listed(const Record& record, const std::string& name) {
  std::optional<ListedDocument> found;
  EntryFilter filter;
  const bool text = name.starts_with("x-");
  if (!text) filter.document = name;
  const Result<void> listed = record.each_document(filter, [&](const ListedDocument& document) {
    if (!found && (!text || document.text == name)) found = document;
  });
  if (!listed) return std::unexpected(listed.error());
  if (!found) {
    return fail(name, "is no entry and no document of the record",
                "`verbale search` and `verbale documents` show their ids");
  }
  return std::move(*found);
}

Result<LedgerPart> find_part(const Record& record, const std::string& id,
                             const LedgerMaterials& materials) {
  const size_t mention = id.find('~');
  const Result<PartPlace> place = place_of(record, id.substr(0, mention));
  if (!place) return std::unexpected(place.error());
  Result<Document> document = record.load_document(place->document);
  if (!document) return std::unexpected(document.error());
  LedgerPart part{place->id, {}, std::move(*document), {}};
  if (mention != std::string::npos) part.thread = id.substr(mention + 1);
  read_document(part.document, materials.reader);
  const NamedThings names(std::span(&part.document, 1), {0}, {}, *materials.reader.knowledge);
  std::optional<Candidate> found = words_at_place(part.document, part.id);
  for (Candidate& candidate : find_candidates(part.document, 0, names.of(0), materials.tools())) {
    if (candidate.id == part.id) found = std::move(candidate);
  }
  if (found) {
    if (!part.thread.empty()) part.id += "~" + part.thread;
    part.candidate = std::move(*found);
    return part;
  }
  return fail(id, "the ledger cuts no such part from its text",
              fmt::format("`verbale show {}` shows the whole text", part.document.source.name));
}

}  // namespace verbale
