// What other programs read: the record in their formats, with the place that proves each line.
//
// Each format is a function of read documents, in a file of its own. Where a text may not be passed on,
// `positions_only` leaves every word of it out: places, kinds and ids remain.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/utf8.h"
#include "record/document.h"
#include "record/ids.h"
#include "record/json.h"

namespace verbale {

// A claim as all formats see it: where it stands, what it is, who is concerned. Of an actor: its mentions.
struct ExportedClaim {
  std::string id;
  Layer layer = Layer::Statement;
  size_t entry = 0;                // index in the document's list of its layer
  std::vector<Span> spans;         // bytes, in text order, none empty
  std::string kind;                // act, kind of undertaking, of meeting, ...: the value within its layer
  std::string who;                 // names of those who speak, are bound, meet; empty: none
  std::string_view made_by;
};

struct ExportedDocument {
  const Document* document = nullptr;
  CodePointIndex index;
  RecordIds ids;
  RecordBodies bodies;  // JSON, as `read --json`
  std::vector<ExportedClaim> claims;  // by layer, then in the order of the record
};


struct ExportOptions {
  bool positions_only = false;
};

// `ids` are those of the record, or fresh ones (make_ids). Where only positions are wanted, `who` holds ids.
ExportedDocument prepare_export(const Document& document, RecordIds ids, const ExportOptions& options);

struct ExportFormat {
  std::string_view name;    // "csv"
  std::string_view ending;  // ".csv"
  std::string_view media_type;
  std::string_view what;    // one line for the help
  Result<std::string> (*write)(std::span<const ExportedDocument> documents, const ExportOptions& options);
  bool of_publications = false;  // each one that prints a text has its place, not only the one that speaks for it
};

// In the order of the help.
std::span<const ExportFormat> export_formats();
const ExportFormat* find_export_format(std::string_view name);

// Shared by the formats: the words of a span, or nothing where only positions are wanted.
std::string words_of(const ExportedDocument& exported, Span span, const ExportOptions& options);
// The words of all spans, parted by " ... ".
std::string words_of(const ExportedDocument& exported, const std::vector<Span>& spans, const ExportOptions& options);
// Names of actors, parted by "; "; their ids where only positions are wanted.
std::string names_of(const Document& document, const std::vector<int32_t>& actors, const ExportOptions& options);
// A name for a thing that is the same on every machine: RFC 9562 version 8, from SHA-256 of `of`.
std::string guid_of(std::string_view of);
// The document's address, else "urn:verbale:TEXT-ID".
std::string source_address(const ExportedDocument& exported);
// The document's name as a file's: without folders, dots in front and control characters.
std::string archive_name(const ExportedDocument& exported);
// Places in UTF-16 code units, as Java and JavaScript count, for code points of a text in rising order.
class Utf16Index {
 public:
  explicit Utf16Index(std::string_view text);
  uint32_t at_byte(uint32_t byte) const;

 private:
  std::vector<uint32_t> wide_;  // bytes at which characters beyond U+FFFF begin
  CodePointIndex index_;
};

// One function a format.
Result<std::string> export_jsonl(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_csv(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_webannotation(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_qdpx(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_webanno(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_brat(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_ftm(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_csl(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_bibtex(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_ris(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_graphml(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_ical(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_markdown(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_html(std::span<const ExportedDocument>, const ExportOptions&);
Result<std::string> export_docx(std::span<const ExportedDocument>, const ExportOptions&);

}  // namespace verbale
