// Reading a stored document again, from what the record holds of it.
#pragma once

#include "pipeline/pipeline.h"
#include "store/store.h"
#include "visits/reports.h"

namespace verbale {

// Within a transaction of the store.
Result<void> read_again(Store& store, const Reader& reader, const MeetingReporter& reporter,
                        const StoredDocument& document);

// Lets accounts settle each other's years, reads those again whose year was settled, and joins the
// meetings. Within a transaction of the store.
Result<void> settle_record(Store& store, const Reader& reader, const MeetingReporter& reporter);

}  // namespace verbale
