#include "store/load_stored.h"

#include "source/loader.h"
#include "store/packed_bytes.h"

namespace verbale {
namespace {

// What a page says of itself (title, outlet, date) stands in its bytes alone.
GivenMetadata stated_by(const Database& database, int64_t source, const Source& of) {
  const std::optional<std::string> bytes = stored_bytes(database, source);
  if (!bytes) return {};
  Result<Loaded> loaded = load_bytes(*bytes, of.path);
  if (!loaded || loaded->documents.size() != 1) return {};
  return std::move(loaded->documents[0].source.stated);
}

}  // namespace

std::optional<std::string> stored_bytes(const Database& database, int64_t source) {
  Query header = database.query("SELECT size, packing FROM sources WHERE row = ?");
  header.bind(1, source);
  if (!header.step()) return std::nullopt;
  Query parts = database.query("SELECT bytes FROM source_bytes WHERE source = ? ORDER BY part");
  parts.bind(1, source);
  std::string stored;
  while (parts.step()) stored += parts.text(0);
  if (header.text(1) != "zstd") return stored;
  std::string bytes;
  if (!unpack_bytes(stored, static_cast<size_t>(header.number(0)), bytes)) return std::nullopt;
  return bytes;
}

StoredReading load_stored(const Database& database, std::string_view publication) {
  Query query = database.query(
      "SELECT t.content, p.source_name, p.path, p.media_type, s.sha256, p.given, p.basis_outlet, "
      "p.basis_date, p.basis_url, t.id, p.id, p.row, p.settled_year, s.row FROM publications p JOIN texts t ON t.row = p.text "
      "JOIN sources s ON s.row = p.source WHERE p.name = ?1 OR p.id = ?1");
  query.bind(1, publication);
  StoredReading stored;
  if (!query.step()) return stored;
  const auto text = [&](int column) { return std::string(query.text(column)); };
  stored.document.text = text(0);
  stored.document.source.name = text(1);
  stored.document.source.path = text(2);
  stored.document.source.media_type = text(3);
  stored.document.source.sha256 = text(4);
  stored.admission.came_with = given_from_json(query.text(5));
  stored.admission.basis = {text(6), text(7), text(8), text(4), text(9)};
  stored.admission.publication = text(10);
  stored.admission.known = true;
  stored.document.source.settled_year = static_cast<int32_t>(query.number(12));
  if (stored.document.source.media_type == "text/html") {
    stored.document.source.stated =
        stated_by(database, query.number(13), stored.document.source);
  }
  Query settings = database.query("SELECT key, value FROM settings WHERE publication = ?");
  settings.bind(1, query.number(11));
  while (settings.step()) {
    std::string* field = given_field(stored.admission.settings, settings.text(0));
    if (field != nullptr) *field = settings.text(1);
  }
  stored.document.source.given = stored.admission.came_with;
  lay_over(stored.document.source.given, stored.admission.settings);
  return stored;
}

}  // namespace verbale
