// The entries of a text are those of the reading of its first publication. Where another one's date or side makes an
// entry different, its form is kept in `readings`.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "store/publication_rows.h"
#include "store/text_rows.h"

namespace verbale {

class TextSettler {
 public:
  TextSettler(const Database& database, TextRows& texts, PublicationRows& publications)
      : database_(database), texts_(texts), publications_(publications) {}

  // Takes a new reading of one of the text's publications; gives its entries their ids. True: the text's entries are
  // those of this reading now. Throws DatabaseError.
  bool settle(int64_t text, int64_t publication, Reading& reading, std::string_view reader_version);

 private:
  using Bodies = std::map<std::string, std::string>;  // by id of the entry

  std::map<int64_t, Bodies> forms_of_others(int64_t text, int64_t publication, const std::vector<OldEntry>& entries);
  void write_differences(int64_t publication, const Bodies& own, const std::vector<OldEntry>& entries);

  const Database& database_;
  TextRows& texts_;
  PublicationRows& publications_;
};

}  // namespace verbale
