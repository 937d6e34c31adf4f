#include "cli/reread.h"

#include "pipeline/pipeline.h"

namespace verbale {

Result<void> read_again(Store& store, const StoredDocument& document) {
  const Result<Reader> reader = load_reader();
  if (!reader) return std::unexpected(reader.error());
  Result<StoredReading> again = store.load_again(document);
  if (!again) return std::unexpected(again.error());
  read_document(again->document, *reader);
  const Result<Outcome> outcome =
      store.add(make_reading(std::move(again->document), std::move(again->admission)));
  if (!outcome) return std::unexpected(outcome.error());
  return {};
}

}  // namespace verbale
