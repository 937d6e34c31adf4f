// A row of CSV (RFC 4180): fields parted by a comma, semicolon or tab, as the header shows.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "source/offsets.h"
#include "source/rows.h"

namespace verbale {
namespace {

struct Field {
  std::string text;
  std::vector<OffsetPiece> offsets;
};

// Splits a row. An error where a quoted field is not closed, or goes on after its closing mark.
Result<std::vector<Field>> split_fields(std::string_view row, char separator) {
  std::vector<Field> fields;
  size_t at = 0;
  for (;;) {
    Field& field = fields.emplace_back();
    OffsetBuilder offsets;
    const bool quoted = at < row.size() && row[at] == '"';
    if (!quoted) {
      const size_t end = std::min(row.find(separator, at), row.size());
      field.text = row.substr(at, end - at);
      offsets.exact(static_cast<uint32_t>(end - at), static_cast<uint32_t>(at));
      at = end;
    } else {
      ++at;
      for (;;) {
        const size_t mark = row.find('"', at);
        if (mark == std::string_view::npos) {
          return fail({}, "a quotation mark is not closed", "correct the row");
        }
        field.text.append(row.substr(at, mark - at));
        offsets.exact(static_cast<uint32_t>(mark - at), static_cast<uint32_t>(at));
        at = mark + 1;
        if (at >= row.size() || row[at] != '"') break;
        field.text += '"';
        offsets.whole(1, static_cast<uint32_t>(mark), 2);
        ++at;
      }
      if (at < row.size() && row[at] != separator) {
        return fail({}, fmt::format("column {}: text after a closing quotation mark", at + 1),
                    "double the quotation marks inside a field");
      }
    }
    field.offsets = offsets.take();
    if (at >= row.size()) return fields;
    ++at;
  }
}

char find_separator(std::string_view header) {
  char best = ',';
  long most = 0;
  for (const char candidate : {',', ';', '\t'}) {
    const long count = std::count(header.begin(), header.end(), candidate);
    if (count > most) {
      most = count;
      best = candidate;
    }
  }
  return best;
}

}  // namespace

Result<CsvColumns> read_csv_header(std::string_view row) {
  CsvColumns columns;
  columns.separator = find_separator(row);
  const Result<std::vector<Field>> names = split_fields(row, columns.separator);
  if (!names) return std::unexpected(names.error());
  columns.count = names->size();
  struct Known {
    std::string_view name;
    int CsvColumns::*column;
  };
  constexpr auto kKnown = std::to_array<Known>({{"text", &CsvColumns::text},
                                                {"id", &CsvColumns::id},
                                                {"title", &CsvColumns::title},
                                                {"date", &CsvColumns::date},
                                                {"source", &CsvColumns::outlet},
                                                {"outlet", &CsvColumns::outlet},
                                                {"url", &CsvColumns::url},
                                                {"lang", &CsvColumns::language},
                                                {"language", &CsvColumns::language},
                                                {"side", &CsvColumns::side}});
  for (size_t i = 0; i < names->size(); ++i) {
    std::string name = to_lower((*names)[i].text);
    std::erase_if(name, [](char c) { return c == ' ' || c == '\r'; });
    for (const Known& known : kKnown) {
      if (name == known.name) columns.*known.column = static_cast<int>(i);
    }
  }
  if (columns.text < 0) {
    return fail({}, "line 1: no column 'text' in the header", "name the column of the text 'text'");
  }
  return columns;
}

Result<Document> read_csv_row(std::string_view row, const CsvColumns& columns) {
  Result<std::vector<Field>> fields = split_fields(row, columns.separator);
  if (!fields) return std::unexpected(fields.error());
  if (fields->size() != columns.count) {
    return fail({}, fmt::format("{} fields where the header has {}", fields->size(), columns.count),
                "correct the row");
  }
  Document document;
  const auto take = [&](int column, std::string& value) {
    if (column >= 0) value = std::move((*fields)[static_cast<size_t>(column)].text);
  };
  GivenMetadata& given = document.source.given;
  document.source.offsets = std::move((*fields)[static_cast<size_t>(columns.text)].offsets);
  take(columns.text, document.text);
  take(columns.id, document.source.name);
  take(columns.title, given.title);
  take(columns.date, given.date);
  take(columns.outlet, given.outlet);
  take(columns.url, given.url);
  take(columns.language, given.language);
  take(columns.side, given.side);
  return document;
}

}  // namespace verbale
