// The documents as citations: CSL-JSON, BibTeX, RIS. What is not known is left out.
#include <fmt/format.h>

#include "exports/exports.h"

namespace verbale {
namespace {

// What a citation of a published account holds.
struct Citation {
  std::string key;     // letters, digits and '-'
  std::string title;
  std::string outlet;
  std::string date;    // ISO, whole or cut
  std::string place;
  std::string url;
  std::string language;
  std::string text_id;
};

std::string key_of(const ExportedDocument& exported) {
  std::string key;
  for (const char c : fold(exported.document->source.name)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (plain) {
      key += c;
    } else if (!key.empty() && key.back() != '-') {
      key += '-';
    }
  }
  return key + "-" + exported.ids.text.substr(exported.ids.text.find('-') + 1);
}

Citation cite(const ExportedDocument& exported, const ExportOptions& options) {
  const Document& document = *exported.document;
  const Publication& publication = document.publication;
  Citation citation;
  citation.key = key_of(exported);
  citation.text_id = exported.ids.text;
  citation.title = document.source.given.title;
  if (citation.title.empty()) citation.title = document.source.stated.title;
  if (citation.title.empty() && !options.positions_only) citation.title = document.str(publication.title);
  citation.outlet = publication.outlet.value;
  citation.date = publication.published.value;
  if (!options.positions_only) citation.place = publication.dateline.value;
  citation.language = publication.language;
  const std::string address = source_address(exported);
  if (!address.starts_with("urn:")) citation.url = address;
  if (citation.title.empty()) citation.title = document.source.name;
  return citation;
}

void write_field(JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.key(name).value(value);
}

// {"date-parts": [[2024, 8, 19]]}, as far as the date is known.
void write_date(JsonWriter& json, std::string_view date) {
  if (date.size() < 4) return;
  json.key("issued").begin_object().key("date-parts").begin_array().begin_array();
  for (size_t at = 0, length = 4; at + length <= date.size(); at += length + 1, length = 2) {
    json.raw(std::to_string(std::stoi(std::string(date.substr(at, length)))));
  }
  json.end_array().end_array().end_object();
}

// Braces keep capitals; what TeX would read as a command is escaped.
std::string tex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\textbackslash{}";
    } else if (std::string_view("&%$#_{}").find(c) != std::string_view::npos) {
      out += std::string("\\") + c;
    } else if (c == '\n' || c == '\r') {
      out += ' ';
    } else {
      out += c;
    }
  }
  return out;
}

void append_tex(std::string& out, std::string_view name, const std::string& value) {
  if (!value.empty()) out += fmt::format(",\n  {} = {{{}}}", name, tex(value));
}

void append_ris(std::string& out, std::string_view tag, const std::string& value) {
  if (value.empty()) return;
  std::string line = value;
  for (char& c : line) c = c == '\n' || c == '\r' ? ' ' : c;
  out += fmt::format("{}  - {}\r\n", tag, line);
}

}  // namespace

Result<std::string> export_csl(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  JsonWriter json(1);
  json.begin_array();
  for (const ExportedDocument& exported : documents) {
    const Citation citation = cite(exported, options);
    json.begin_object().key("id").value(citation.key).key("type").value("article-newspaper");
    write_field(json, "title", citation.title);
    write_field(json, "container-title", citation.outlet);
    write_field(json, "publisher-place", citation.place);
    write_date(json, citation.date);
    write_field(json, "URL", citation.url);
    write_field(json, "language", citation.language);
    write_field(json, "archive_location", citation.text_id);
    json.end_object();
  }
  return json.end_array().take() + "\n";
}

Result<std::string> export_bibtex(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::string out;
  for (const ExportedDocument& exported : documents) {
    const Citation citation = cite(exported, options);
    out += fmt::format("@article{{{}", citation.key);
    // A second pair of braces keeps the capitals of names.
    out += fmt::format(",\n  title = {{{{{}}}}}", tex(citation.title));
    append_tex(out, "journal", citation.outlet);
    append_tex(out, "address", citation.place);
    append_tex(out, "year", citation.date.substr(0, std::min<size_t>(4, citation.date.size())));
    if (citation.date.size() >= 7) append_tex(out, "month", std::to_string(std::stoi(citation.date.substr(5, 2))));
    append_tex(out, "date", citation.date);
    append_tex(out, "url", citation.url);
    append_tex(out, "language", citation.language);
    append_tex(out, "note", "Verbale " + citation.text_id);
    out += "\n}\n\n";
  }
  return out;
}

Result<std::string> export_ris(std::span<const ExportedDocument> documents, const ExportOptions& options) {
  std::string out;
  for (const ExportedDocument& exported : documents) {
    const Citation citation = cite(exported, options);
    append_ris(out, "TY", "NEWS");
    append_ris(out, "ID", citation.key);
    append_ris(out, "TI", citation.title);
    append_ris(out, "T2", citation.outlet);
    append_ris(out, "CY", citation.place);
    std::string date = citation.date;
    for (char& c : date) c = c == '-' ? '/' : c;
    append_ris(out, "PY", date.substr(0, std::min<size_t>(4, date.size())));
    append_ris(out, "DA", date);
    append_ris(out, "UR", citation.url);
    append_ris(out, "LA", citation.language);
    append_ris(out, "AN", citation.text_id);
    out += "ER  - \r\n\r\n";
  }
  return out;
}

}  // namespace verbale
