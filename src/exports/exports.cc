#include "exports/exports.h"

#include <algorithm>
#include <array>

#include "base/file.h"
#include "paper/page.h"

namespace verbale {
namespace {

constexpr auto kFormats = std::to_array<ExportFormat>({
    {"jsonl", ".jsonl", "application/jsonl", "one claim a line, as JSON", export_jsonl},
    {"csv", ".csv", "text/csv", "one claim a row, for Excel and R", export_csv},
    {"webannotation", ".jsonld", "application/ld+json", "W3C Web Annotation, a collection", export_webannotation},
    {"qdpx", ".qdpx", "application/zip", "REFI-QDA project for MAXQDA, NVivo, ATLAS.ti, QualCoder", export_qdpx},
    {"webanno", ".zip", "application/zip", "WebAnno TSV 3 for INCEpTION, a file a document", export_webanno},
    {"brat", ".zip", "application/zip", "brat standoff, .txt and .ann a document", export_brat},
    {"ftm", ".ftm.json", "application/jsonl", "FollowTheMoney entities, one a line", export_ftm},
    {"csl", ".csl.json", "application/json", "the documents as CSL-JSON citations", export_csl, true},
    {"bibtex", ".bib", "application/x-bibtex", "the documents as BibTeX", export_bibtex, true},
    {"ris", ".ris", "application/x-research-info-systems", "the documents as RIS, for Zotero and EndNote", export_ris, true},
    {"graphml", ".graphml", "application/xml", "who met and addressed whom, for Gephi and visone", export_graphml},
    {"ical", ".ics", "text/calendar", "meetings and due dates as a calendar", export_ical},
    {"md", ".md", "text/markdown", "the claims by document, as Markdown", export_markdown},
    {"html", ".html", "text/html", "the same as one web page", export_html},
    {"docx", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "the same for Word", export_docx},
});

// Fills a claim's fields from an entry of each kind.
class ClaimMaker {
 public:
  ClaimMaker(const Document& document, const ExportOptions& options) : document_(document), options_(options) {}

  void fill(ExportedClaim& claim, const Statement& statement) const {
    claim.spans = statement.content;
    claim.kind = to_string(statement.act);
    claim.who = names_of(document_, statement.speaker, options_);
  }
  void fill(ExportedClaim& claim, const Topic& topic) const {
    claim.spans = {topic.text};
    claim.who = names_of(document_, topic.by, options_);
  }
  void fill(ExportedClaim& claim, const Commitment& commitment) const {
    claim.spans = {commitment.text};
    claim.kind = to_string(commitment.kind);
    claim.who = names_of(document_, commitment.by, options_);
  }
  void fill(ExportedClaim& claim, const Meeting& meeting) const {
    claim.spans = {meeting.text};
    claim.kind = to_string(meeting.kind);
    std::vector<int32_t> actors;
    for (const Participant& participant : meeting.participants) actors.push_back(participant.actor);
    claim.who = names_of(document_, actors, options_);
  }
  void fill(ExportedClaim& claim, const Instrument& instrument) const {
    claim.spans = {instrument.text};
    claim.kind = to_string(instrument.kind);
    claim.who = names_of(document_, instrument.parties, options_);
  }
  void fill(ExportedClaim& claim, const Framework& framework) const {
    claim.spans = {framework.text};
    claim.kind = to_string(framework.kind);
  }
  void fill(ExportedClaim& claim, const Quantity& quantity) const {
    claim.spans = {quantity.text};
    claim.kind = to_string(quantity.kind);
  }
  void fill(ExportedClaim& claim, const Actor& actor) const {
    for (const int32_t mention : actor.mentions) {
      claim.spans.push_back(document_.mentions[static_cast<size_t>(mention)].span);
    }
    claim.kind = to_string(actor.kind);
    claim.who = options_.positions_only ? actor.id : actor.name;
  }

 private:
  const Document& document_;
  const ExportOptions& options_;
};

template <class Entry>
std::string_view rule_of(const Entry& entry) { return entry.made_by; }
template <>
std::string_view rule_of(const Actor&) { return "actors"; }

template <class Entry>
void add_claims(ExportedDocument& exported, Layer layer, const std::vector<Entry>& entries, const ExportOptions& options) {
  const ClaimMaker maker(*exported.document, options);
  for (size_t i = 0; i < entries.size(); ++i) {
    ExportedClaim claim;
    claim.id = exported.ids.of(layer)[i].id;
    claim.layer = layer;
    claim.entry = i;
    claim.made_by = rule_of(entries[i]);
    maker.fill(claim, entries[i]);
    std::erase_if(claim.spans, [](Span span) { return span.empty(); });
    exported.claims.push_back(std::move(claim));
  }
}

}  // namespace

ExportedDocument prepare_export(const Document& document, RecordIds ids, const ExportOptions& options) {
  CodePointIndex index(document.text);
  RecordBodies bodies = entries_to_json(document, index, ids);
  ExportedDocument exported{&document, std::move(index), std::move(ids), std::move(bodies), {}};
  add_claims(exported, Layer::Statement, document.statements, options);
  add_claims(exported, Layer::Topic, document.topics, options);
  add_claims(exported, Layer::Commitment, document.commitments, options);
  add_claims(exported, Layer::Meeting, document.meetings, options);
  add_claims(exported, Layer::Instrument, document.instruments, options);
  add_claims(exported, Layer::Framework, document.frameworks, options);
  add_claims(exported, Layer::Quantity, document.quantities, options);
  add_claims(exported, Layer::Actor, document.actors, options);
  return exported;
}

std::span<const ExportFormat> export_formats() { return kFormats; }

const ExportFormat* find_export_format(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &ExportFormat::name);
  return found == kFormats.end() ? nullptr : &*found;
}

std::string words_of(const ExportedDocument& exported, Span span, const ExportOptions& options) {
  return options.positions_only ? std::string() : std::string(exported.document->str(span));
}

std::string words_of(const ExportedDocument& exported, const std::vector<Span>& spans, const ExportOptions& options) {
  std::string out;
  for (const Span span : spans) {
    if (!out.empty()) out += " ... ";
    out += words_of(exported, span, options);
  }
  return options.positions_only ? std::string() : out;
}

std::string names_of(const Document& document, const std::vector<int32_t>& actors, const ExportOptions& options) {
  std::string out;
  for (const int32_t actor : actors) {
    if (actor < 0) continue;
    if (!out.empty()) out += "; ";
    const Actor& named = document.actors[static_cast<size_t>(actor)];
    out += options.positions_only ? named.id : named.name;
  }
  return out;
}

std::string guid_of(std::string_view of) {
  std::string hex = sha256_hex(of).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
  return hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" + hex.substr(16, 4) + "-" +
         hex.substr(20);
}

std::string archive_name(const ExportedDocument& exported) {
  std::string out;
  for (const char c : exported.document->source.name) {
    const bool plain = static_cast<unsigned char>(c) >= 0x20 && std::string_view("/\\:*?\"<>|").find(c) == std::string_view::npos;
    out += plain ? c : '_';
  }
  while (out.starts_with('.')) out.front() = '_';
  return out.empty() ? "document" : out;
}

Utf16Index::Utf16Index(std::string_view text) : index_(text) {
  for (uint32_t i = 0; i < text.size(); ++i) {
    if (static_cast<unsigned char>(text[i]) >= 0xF0) wide_.push_back(i);
  }
}

uint32_t Utf16Index::at_byte(uint32_t byte) const {
  const auto wide = std::ranges::lower_bound(wide_, byte);
  return index_.to_code_points(byte) + static_cast<uint32_t>(wide - wide_.begin());
}

std::string source_address(const ExportedDocument& exported) {
  const Source& source = exported.document->source;
  for (const std::string* url : {&source.given.url, &source.stated.url}) {
    if (is_web_address(*url)) return *url;
  }
  return "urn:verbale:" + exported.ids.text;
}

}  // namespace verbale
