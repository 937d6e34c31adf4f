#include "knowledge/instrument_words.h"

#include <optional>

#include "knowledge/tsv.h"
#include "knowledge/words.h"

namespace verbale {

Result<InstrumentWords> InstrumentWords::load(const std::string& home) {
  InstrumentWords words;
  const std::string path = home + "/knowledge/en/instrument_nouns.tsv";
  const Result<void> read = read_pack(path, {"word", "use", "kind"}, [&](const TsvRow& row) {
    const std::optional<InstrumentKind> kind = value_from<InstrumentKind>(row[2]);
    if (!kind) return "there is no kind of instrument \"" + std::string(row[2]) + "\"";
    const int32_t index = static_cast<int32_t>(words.kinds_.size());
    const std::string phrase = word_phrase(row[0]);
    if (row[1] == "noun") {
      words.nouns_.add(phrase, index);
      words.nouns_.add(phrase + "s", index);
    } else if (row[1] == "title") {
      words.titles_.add(phrase, index);
    } else if (row[1] == "sign") {
      words.signs_.emplace(row[0]);
    } else if (row[1] == "issue") {
      words.issues_.emplace(row[0]);
    } else {
      return "there is no use \"" + std::string(row[1]) + "\"";
    }
    words.kinds_.push_back(*kind);
    return std::string();
  });
  if (!read) return std::unexpected(read.error());
  return words;
}

}  // namespace verbale
