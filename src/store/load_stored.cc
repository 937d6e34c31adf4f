#include "store/load_stored.h"

#include "store/decision_rows.h"

namespace verbale {

StoredReading load_stored(const Database& database, std::string_view publication) {
  Query query = database.query(
      "SELECT t.content, p.source_name, p.path, p.media_type, s.sha256, p.given, p.basis_outlet, "
      "p.basis_date, p.basis_url, t.id, p.id, p.row, p.settled_year, p.stated FROM publications p JOIN texts t ON t.row = p.text "
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
  stored.document.source.stated = given_from_json(query.text(13));
  Query settings = database.query("SELECT key, value FROM settings WHERE publication = ?");
  settings.bind(1, query.number(11));
  while (settings.step()) {
    std::string* field = given_field(stored.admission.settings, settings.text(0));
    if (field != nullptr) *field = settings.text(1);
  }
  stored.document.source.given = stored.admission.came_with;
  lay_over(stored.document.source.given, stored.admission.settings);
  stored.document.review = load_review(database, stored.admission.basis.text, stored.document.text);
  return stored;
}

}  // namespace verbale
