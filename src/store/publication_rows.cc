#include "store/publication_rows.h"

#include <fmt/format.h>

#include "store/packed_bytes.h"

namespace verbale {
namespace {

constexpr std::string_view kColumns =
    "row, text, id, basis_outlet, basis_date, basis_url, given, reader";

// SQLite refuses values of a billion bytes; smaller pieces also keep memory low.
constexpr size_t kPart = size_t{16} << 20;

}  // namespace

PublicationRows::PublicationRows(const Database& database)
    : database_(database),
      find_(database.query(fmt::format("SELECT {} FROM publications WHERE id = ?", kColumns))),
      find_by_place_(database.query(fmt::format(
          // By path and name ("+" keeps SQLite from the index by source): a file may hold very many rows.
          "SELECT {} FROM publications WHERE path = ? AND source_name = ? AND +source = (SELECT row "
          "FROM sources WHERE sha256 = ?) AND +text = (SELECT row FROM texts WHERE id = ?)",
          kColumns))),
      settings_(database.query("SELECT key, value FROM settings WHERE publication = ?")),
      insert_(database.query(
          "INSERT INTO publications (published, inferred, outlet, dateline, side, language, "
          "report_kind, title, furniture, given, reader, id, name, text, source, source_name, path, "
          "media_type, basis_outlet, basis_date, basis_url, stated) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
      update_(database.query(
          "UPDATE publications SET published = ?, inferred = ?, outlet = ?, dateline = ?, side = ?, "
          "language = ?, report_kind = ?, title = ?, furniture = ?, given = ?, reader = ? "
          "WHERE row = ?")),
      name_taken_(database.query("SELECT 1 FROM publications WHERE name = ?")),
      first_of_text_(database.query("SELECT row FROM publications WHERE text = ? ORDER BY "
                                    "basis_date = '', basis_date, basis_outlet, id LIMIT 1")),
      find_source_(database.query("SELECT row FROM sources WHERE sha256 = ?")) {}

std::optional<PublicationRow> PublicationRows::row_of(Query& query) {
  if (!query.step()) return std::nullopt;
  PublicationRow row;
  row.row = query.number(0);
  row.text = query.number(1);
  row.id = query.text(2);
  row.basis.outlet = query.text(3);
  row.basis.date = query.text(4);
  row.basis.url = query.text(5);
  row.given = query.text(6);
  row.reader = query.text(7);
  query.reset();
  return row;
}

std::optional<PublicationRow> PublicationRows::find(std::string_view id) {
  find_.bind(1, id);
  return row_of(find_);
}

std::optional<PublicationRow> PublicationRows::find_by_place(const Source& source,
                                                             std::string_view text_id) {
  find_by_place_.bind(1, source.path).bind(2, source.name).bind(3, source.sha256).bind(4, text_id);
  return row_of(find_by_place_);
}

GivenMetadata PublicationRows::settings(int64_t publication) {
  GivenMetadata settings;
  settings_.bind(1, publication);
  while (settings_.step()) {
    if (std::string* field = given_field(settings, settings_.text(0))) *field = settings_.text(1);
  }
  return settings;
}

void PublicationRows::set(int64_t publication, std::string_view key, std::string_view value) {
  if (value.empty()) {
    database_.query("DELETE FROM settings WHERE publication = ? AND key = ?")
        .bind(1, publication).bind(2, key).run();
    return;
  }
  database_.query("INSERT OR REPLACE INTO settings (publication, key, value) VALUES (?, ?, ?)")
      .bind(1, publication).bind(2, key).bind(3, value).run();
}

// What reading found; eleven parameters from number `first`.
void PublicationRows::bind_read(Query& query, int first, const Reading& reading,
                                std::string_view reader) {
  const Publication& read = reading.document.publication;
  query.bind_or_null(first, read.published.value);
  query.bind_or_null(first + 1, read.published.inferred ? read.published.reason : std::string_view());
  query.bind_or_null(first + 2, read.outlet.value).bind_or_null(first + 3, read.dateline.value);
  query.bind_or_null(first + 4, read.side.value).bind_or_null(first + 5, read.language);
  query.bind_or_null(first + 6, read.report_kind ? to_string(*read.report_kind) : std::string_view());
  query.bind(first + 7, reading.title).bind(first + 8, reading.furniture);
  query.bind(first + 10, reader);
}

int64_t PublicationRows::insert(const Reading& reading, int64_t text, int64_t source,
                                std::string_view reader) {
  const Source& from = reading.document.source;
  const Admission& admission = reading.admission;
  const std::string given = given_to_json(admission.came_with);
  const std::string stated = given_to_json(from.stated);
  const std::string name = free_name(from.name);
  bind_read(insert_, 1, reading, reader);
  insert_.bind(10, given).bind(12, admission.publication).bind(13, name).bind(14, text);
  insert_.bind(15, source).bind(16, reading.source_name).bind(17, from.path);
  insert_.bind(18, from.media_type).bind(19, admission.basis.outlet);
  insert_.bind(20, admission.basis.date).bind(21, admission.basis.url).bind(22, stated).run();
  return database_.last_row();
}

void PublicationRows::update(int64_t publication, const Reading& reading, std::string_view reader) {
  const std::string given = given_to_json(reading.admission.came_with);
  bind_read(update_, 1, reading, reader);
  update_.bind(10, given).bind(12, publication).run();
}

// The contract's "a clash adds -2".
std::string PublicationRows::free_name(std::string_view wanted) {
  std::string name(wanted);
  for (int n = 2;; ++n) {
    const bool taken = name_taken_.bind(1, name).step();
    name_taken_.reset();
    if (!taken) return name;
    name = fmt::format("{}-{}", wanted, n);
  }
}

void PublicationRows::remove(int64_t publication) {
  database_.query("DELETE FROM publications WHERE row = ?").bind(1, publication).run();
  database_.execute(
      "DELETE FROM sources WHERE NOT EXISTS (SELECT 1 FROM publications WHERE source = sources.row)");
}

int64_t PublicationRows::first_of_text(int64_t text) {
  first_of_text_.bind(1, text);
  const int64_t row = first_of_text_.step() ? first_of_text_.number(0) : 0;
  first_of_text_.reset();
  return row;
}

int64_t PublicationRows::find_source(std::string_view sha256) {
  find_source_.bind(1, sha256);
  const int64_t row = find_source_.step() ? find_source_.number(0) : 0;
  find_source_.reset();
  return row;
}

void PublicationRows::insert_source(std::string_view sha256, std::string_view bytes) {
  Query source = database_.query("INSERT INTO sources (sha256, size, packing) VALUES (?, ?, ?)");
  Query part = database_.query("INSERT INTO source_bytes (source, part, bytes) VALUES (?, ?, ?)");
  const PackedBytes packed = pack_bytes(bytes);
  source.bind(1, sha256).bind(2, static_cast<int64_t>(bytes.size()));
  source.bind(3, packed.packed ? "zstd" : "none").run();
  const int64_t row = database_.last_row();
  for (size_t at = 0, n = 0; at < packed.bytes.size() || n == 0; at += kPart, ++n) {
    part.bind(1, row).bind(2, static_cast<int64_t>(n));
    part.bind_blob(3, std::string_view(packed.bytes).substr(at, kPart)).run();
  }
}

}  // namespace verbale
