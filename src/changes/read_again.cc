#include "changes/read_again.h"

namespace verbale {

Result<void> read_again(Store& store, const Reader& reader, const MeetingReporter& reporter,
                        const StoredDocument& document) {
  Result<StoredReading> again = store.load_again(document);
  if (!again) return std::unexpected(again.error());
  read_document(again->document, reader);
  const Result<Outcome> outcome =
      store.add(make_reading(std::move(again->document), std::move(again->admission), reporter));
  if (!outcome) return std::unexpected(outcome.error());
  return {};
}

Result<void> settle_record(Store& store, const Reader& reader, const MeetingReporter& reporter) {
  // A year that was taken back may be settled anew by another account: a second round.
  for (int round = 0; round < 2; ++round) {
    const Result<std::vector<StoredDocument>> documents = store.settle_years();
    if (!documents) return std::unexpected(documents.error());
    for (const StoredDocument& document : *documents) {
      if (Result<void> read = read_again(store, reader, reporter, document); !read) return read;
    }
  }
  return store.join_meetings();
}

}  // namespace verbale
