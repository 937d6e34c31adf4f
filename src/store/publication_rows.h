// The rows of publications: what came with a document, what a person set, what was read of it.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "store/database.h"
#include "store/reading.h"

namespace verbale {

struct PublicationRow {
  int64_t row = 0;
  int64_t text = 0;
  std::string id;
  PublicationBasis basis;  // without `sha256` and `text`
  std::string given;       // JSON
  std::string reader;
};

// Statements are prepared once and used for every document. Throws DatabaseError.
class PublicationRows {
 public:
  explicit PublicationRows(const Database& database);

  std::optional<PublicationRow> find(std::string_view id);
  // The publication that stands at this place of this file with these bytes.
  std::optional<PublicationRow> find_by_place(const Source& source, std::string_view text_id);

  GivenMetadata settings(int64_t publication);
  void set(int64_t publication, std::string_view key, std::string_view value);

  int64_t insert(const Reading& reading, int64_t text, int64_t source, std::string_view reader);
  void update(int64_t publication, const Reading& reading, std::string_view reader);
  void remove(int64_t publication);

  // The publication that speaks for its text: the earliest, then by outlet and id. Only what its id is
  // made from counts, so that the choice depends neither on the order of adding nor on a reader.
  int64_t first_of_text(int64_t text);

  int64_t find_source(std::string_view sha256);
  void insert_source(std::string_view sha256, std::string_view bytes);

 private:
  std::optional<PublicationRow> row_of(Query& query);
  std::string free_name(std::string_view wanted);
  void bind_read(Query& query, int first, const Reading& reading, std::string_view reader);

  const Database& database_;
  Query find_;
  Query find_by_place_;
  Query settings_;
  Query insert_;
  Query update_;
  Query name_taken_;
  Query first_of_text_;
  Query find_source_;
};

}  // namespace verbale
