// JSON Lines and CSV: one claim a line, each with document, place and words.
#include <fmt/format.h>

#include "base/json_or_null.h"
#include "exports/exports.h"

namespace verbale {
namespace {

void write_places(JsonWriter& json, const ExportedDocument& exported, const ExportedClaim& claim,
                  const ExportOptions& options) {
  json.key("places").begin_array();
  for (const Span span : claim.spans) {
    json.begin_object().key("start").value(exported.index.to_code_points(span.begin));
    json.key("end").value(exported.index.to_code_points(span.end));
    json.key("first_byte").value(span.begin).key("last_byte").value(span.end);
    if (!options.positions_only) json.key("quote").value(exported.document->str(span));
    json.end_object();
  }
  json.end_array();
}

std::string json_line(const ExportedDocument& exported, const ExportedClaim& claim, const ExportOptions& options) {
  const Publication& publication = exported.document->publication;
  JsonWriter json;
  json.begin_object().key("id").value(claim.id).key("layer").value(layer_name(claim.layer));
  json.key("document").value(exported.document->source.name).key("text_id").value(exported.ids.text);
  write_or_null(json, "date", publication.published.value);
  write_or_null(json, "outlet", publication.outlet.value);
  write_or_null(json, "side", publication.side.value);
  write_or_null(json, "kind", claim.kind);
  write_or_null(json, "who", claim.who);
  write_places(json, exported, claim, options);
  json.key("made_by").value(claim.made_by);
  // Whole bodies hold words of the text.
  if (!options.positions_only) {
    json.key("entry").raw(exported.bodies[static_cast<size_t>(claim.layer)][claim.entry]);
  }
  return json.end_object().take() + "\n";
}

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";  // by it Excel knows UTF-8

// A cell of RFC 4180. A spreadsheet would run what begins like a formula: such a cell gets the apostrophe
// that marks text there.
void append_cell(std::string& out, std::string_view text, bool last = false) {
  const bool formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
  if (text.find_first_of(",\"\r\n") == std::string_view::npos && !formula) {
    out += text;
  } else {
    out += formula ? "\"'" : "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    out += '"';
  }
  out += last ? "\r\n" : ",";
}

// What only some layers have.
struct MoreCells {
  std::string to;
  std::string form;
  std::string source;
  std::string cue;
  std::string when;
  std::string mechanism;
  std::string value;
};

MoreCells more_cells(const ExportedDocument& exported, const ExportedClaim& claim, const ExportOptions& options) {
  const Document& document = *exported.document;
  MoreCells cells;
  if (claim.layer == Layer::Statement) {
    const Statement& statement = document.statements[claim.entry];
    cells.to = names_of(document, statement.to, options);
    cells.form = to_string(statement.form);
    cells.source = words_of(exported, statement.source, options);
    cells.cue = words_of(exported, statement.cue, options);
  } else if (claim.layer == Layer::Commitment) {
    const Commitment& commitment = document.commitments[claim.entry];
    cells.to = names_of(document, commitment.of, options);
    cells.when = words_of(exported, commitment.when, options);
    cells.mechanism = words_of(exported, commitment.mechanism, options);
  } else if (claim.layer == Layer::Meeting) {
    const Meeting& meeting = document.meetings[claim.entry];
    cells.when = meeting.date;
    cells.value = options.positions_only ? "" : meeting.place;
  } else if (claim.layer == Layer::Framework) {
    cells.value = options.positions_only ? "" : document.frameworks[claim.entry].name;
  } else if (claim.layer == Layer::Quantity) {
    cells.value = document.quantities[claim.entry].value;
  } else if (claim.layer == Layer::Instrument && document.instruments[claim.entry].count) {
    cells.value = fmt::format("{}", *document.instruments[claim.entry].count);
  }
  return cells;
}

void append_row(std::string& out, const ExportedDocument& exported, const ExportedClaim& claim,
                const ExportOptions& options) {
  const Publication& publication = exported.document->publication;
  const MoreCells more = more_cells(exported, claim, options);
  const uint32_t start = claim.spans.empty() ? 0 : exported.index.to_code_points(claim.spans.front().begin);
  const uint32_t end = claim.spans.empty() ? 0 : exported.index.to_code_points(claim.spans.back().end);
  for (const std::string_view cell :
       {std::string_view(claim.id), layer_name(claim.layer), std::string_view(exported.document->source.name),
        std::string_view(publication.published.value), std::string_view(publication.outlet.value),
        std::string_view(publication.side.value), std::string_view(claim.kind), std::string_view(claim.who),
        std::string_view(more.to), std::string_view(more.form), std::string_view(more.source),
        std::string_view(more.cue)}) {
    append_cell(out, cell);
  }
  append_cell(out, words_of(exported, claim.spans, options));
  for (const std::string_view cell : {more.when, more.mechanism, more.value}) append_cell(out, cell);
  out += fmt::format("{},{},", start, end);
  append_cell(out, claim.made_by, true);
}

}  // namespace

Result<std::string> export_jsonl(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::string out;
  for (const ExportedDocument& exported : documents) {
    for (const ExportedClaim& claim : exported.claims) out += json_line(exported, claim, options);
  }
  return out;
}

Result<std::string> export_csv(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::string out(kByteOrderMark);
  out += "id,layer,document,date,outlet,side,kind,who,to,form,source,cue,quote,when,mechanism,value,start,end,made_by\r\n";
  for (const ExportedDocument& exported : documents) {
    for (const ExportedClaim& claim : exported.claims) append_row(out, exported, claim, options);
  }
  return out;
}

}  // namespace verbale
