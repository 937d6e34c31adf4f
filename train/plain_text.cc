#include "train/plain_text.h"

#include <simdjson.h>

namespace verbale {

Result<void> read_texts(const std::string& path, int step, const std::function<void(std::string_view)>& text) {
  simdjson::dom::parser parser;
  simdjson::dom::document_stream lines;
  if (parser.load_many(path, size_t{16} << 20).get(lines) != simdjson::SUCCESS) {
    return fail(path, "cannot be read", "unpack the data sets first (scripts/train.sh)");
  }
  int line = 0;
  for (const simdjson::simdjson_result<simdjson::dom::element> row : lines) {
    std::string_view value;
    if (line++ % step == 0 && row["text"].get(value) == simdjson::SUCCESS) text(value);
  }
  return {};
}

}  // namespace verbale
